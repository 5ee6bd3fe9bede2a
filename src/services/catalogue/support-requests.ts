import type { SupportRequest, SupportRequests } from '../ports';
import { appendEvents } from './append-events';
import type { Connection } from './connection';
import { toJson, toText } from './json';
import type { SupportRequestRow } from './schema';

export const supportRequestsIn = (db: Connection): SupportRequests => ({
  create: ({ findings, text, contactEmail, ...request }) =>
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
      const { publisherId, offerId, publicationId } = row;
      const event = { publisherId, offerId, kind: 'supportRequested', actor: row.contactEmail };
      const payload = { caseNumber: caseNumberOf(row.caseId), step: row.step };
      await appendEvents(trx, [{ ...event, payload, ...(publicationId === null ? {} : { publicationId }) }]);
      return toSupportRequest(row);
    }),

  async find(caseNumber) {
    const digits = /^CASE-(\d{6,18})$/.exec(caseNumber)?.[1];
    if (digits === undefined) return undefined;
    const row = await db
      .selectFrom('supportRequest')
      .selectAll()
      .where('caseId', '=', BigInt(digits))
      .executeTakeFirst();
    return row === undefined ? undefined : toSupportRequest(row);
  },
});

function toSupportRequest({ caseId, ...row }: SupportRequestRow): SupportRequest {
  return { caseNumber: caseNumberOf(caseId), ...row };
}

/** Readable over the telephone: `CASE-000123`. */
function caseNumberOf(caseId: bigint): string {
  return `CASE-${caseId.toString().padStart(6, '0')}`;
}
