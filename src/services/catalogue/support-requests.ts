import type { SupportRequests } from '../ports';
import { appendEvents } from './append-events';
import type { Connection } from './connection';
import { toJson, toText } from './json';
import { caseIdOf, caseNumberOf, toSupportRequest } from './support-case';
import { supportMailsIn } from './support-mails';

export const supportRequestsIn = (db: Connection): SupportRequests => ({
  create: ({ findings, text, contactEmail, ...request }, { actor, readers }) =>
    db.transaction().execute(async (trx) => {
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
      const event = { publisherId, offerId, kind: 'supportRequested', actor };
      const payload = { caseNumber: caseNumberOf(caseId), step: row.step };
      await appendEvents(trx, [{ ...event, payload, ...(publicationId === null ? {} : { publicationId }) }]);
      return toSupportRequest(row);
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
