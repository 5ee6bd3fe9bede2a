import type { MailEvent } from './mail-event';
import type { MailRow } from './mail-row';
import { decisionMails } from './mail-table-decisions';
import { operatorMails } from './mail-table-operator';
import { problemMails } from './mail-table-problems';
import { reviewMails } from './mail-table-reviews';

/** The one table of mails. Placeholders: title, step, number. */
export const mailTable: Readonly<Record<MailEvent, MailRow>> = {
  ...problemMails,
  ...decisionMails,
  ...reviewMails,
  ...operatorMails,
};
