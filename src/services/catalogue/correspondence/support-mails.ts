import { sql } from 'kysely';
import type { SupportMail, SupportRequests } from '../../ports';
import type { Connection } from '../database/connection';
import { toText } from '../database/json';
import { caseIdOf, toSupportRequest } from './support-case';

const mailsAtOnce = 100;

/** The mails that wait until a worker gets them out. */
export const supportMailsIn = (db: Connection): Pick<SupportRequests, 'unsentMails' | 'settleMail'> => ({
  async unsentMails() {
    const rows = await db
      .selectFrom('supportMail')
      .innerJoin('supportRequest', 'supportRequest.caseId', 'supportMail.caseId')
      .selectAll('supportRequest')
      .select(['supportMail.number', 'supportMail.recipient', 'supportMail.language'])
      .where('supportMail.sentAt', 'is', null)
      .where('supportMail.refusal', 'is', null)
      .orderBy('supportMail.caseId')
      .orderBy('supportMail.number')
      .limit(mailsAtOnce)
      .execute();
    return rows.map(({ number, recipient, language, ...row }): SupportMail => {
      return { number, to: recipient, language, request: toSupportRequest(row) };
    });
  },

  async settleMail({ number, request }, refusal) {
    await db
      .updateTable('supportMail')
      .set(
        refusal === undefined
          ? { sentAt: sql<string>`clock_timestamp()` }
          : { refusal: toText(refusal).slice(0, 500) },
      )
      .where('caseId', '=', caseIdOf(request.caseNumber) ?? 0n)
      .where('number', '=', number)
      .execute();
  },
});
