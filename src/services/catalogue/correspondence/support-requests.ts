import { type Transaction, sql } from 'kysely';
import type { OfferKey } from '../../../domain/offer/ids';
import type { SupportRequests } from '../../ports';
import { appendEvents } from '../events/append-events';
import type { Connection } from '../database/connection';
import { toJson, toText } from '../database/json';
import type { Database } from '../schema';
import { caseIdOf, caseNumberOf, toSupportRequest } from './support-case';
import { supportMailsIn } from './support-mails';

const kind = 'supportRequested';
const mostInAnHour = 5;

export const supportRequestsIn = (db: Connection): SupportRequests => ({
  create: ({ findings, text, contactEmail, ...request }, { actor, readers }) =>
    db.transaction().execute(async (trx) => {
      const waitSeconds = await waitOf(trx, request, actor);
      if (waitSeconds !== undefined) return { kind: 'tooMany', waitSeconds };
      const row = await trx
        .insertInto('supportRequest')
        .values({
          ...request,
          text: toText(text),
          contactEmail: toText(contactEmail),
          findings: toJson(findings),
        })
        .returningAll()
        .executeTakeFirstOrThrow();
      const { caseId, publisherId, offerId, publicationId } = row;
      const mails = readers.map(({ to, language }, index) => ({
        caseId,
        number: index + 1,
        recipient: toText(to),
        language,
      }));
      if (mails.length > 0) await trx.insertInto('supportMail').values(mails).execute();
      const event = { publisherId, offerId, kind, actor };
      const payload = { caseNumber: caseNumberOf(caseId), step: row.step };
      await appendEvents(trx, [{ ...event, payload, ...(publicationId === null ? {} : { publicationId }) }]);
      return { kind: 'stored', request: toSupportRequest(row) };
    }),

  async listOf({ publisherId, offerId }) {
    const rows = await db
      .selectFrom('supportRequest')
      .selectAll()
      .where('publisherId', '=', publisherId)
      .where('offerId', '=', offerId)
      .orderBy('caseId', 'desc')
      .limit(200)
      .execute();
    return rows.map(toSupportRequest);
  },

  async find(caseNumber) {
    const caseId = caseIdOf(caseNumber);
    if (caseId === undefined) return undefined;
    const row = await db
      .selectFrom('supportRequest')
      .selectAll()
      .where('caseId', '=', caseId)
      .executeTakeFirst();
    return row === undefined ? undefined : toSupportRequest(row);
  },

  ...supportMailsIn(db),
});

/** Seconds until this actor may ask about this offer again; undefined: now. Each request sends mail to somebody. */
async function waitOf(
  trx: Transaction<Database>,
  { publisherId, offerId }: OfferKey,
  actor: string,
): Promise<number | undefined> {
  const asker = `support ${publisherId}/${offerId} ${toText(actor)}`;
  // One at a time: requests that arrive together, in whichever process, count each other.
  await sql`select pg_advisory_xact_lock(hashtextextended(${asker}, 0))`.execute(trx);
  const row = await trx
    .selectFrom('event')
    .select(
      sql<number>`ceil(extract(epoch from at + interval '1 hour' - clock_timestamp()))::integer`.as('wait'),
    )
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .where('kind', '=', kind)
    .where('actor', '=', toText(actor))
    .orderBy('at', 'desc')
    .offset(mostInAnHour - 1)
    .limit(1)
    .executeTakeFirst();
  return row === undefined || row.wait <= 0 ? undefined : row.wait;
}
