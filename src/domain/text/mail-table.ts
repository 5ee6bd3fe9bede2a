import type { OfferTypeId } from '../offer/document';
import { termsOf } from '../publication/terms';
import type { MailEvent } from './mail-event';
import type { MailRow } from './mail-row';
import { decisionMails } from './mail-table-decisions';
import { findingMails } from './mail-table-findings';
import { operatorMails } from './mail-table-operator';
import { problemMails } from './mail-table-problems';
import { reviewMails } from './mail-table-reviews';
import { stagingMails } from './mail-table-staging';

/** The one table of mails. Placeholders: title, step, number. */
export const mailTable: Readonly<Record<MailEvent, MailRow>> = {
  ...problemMails,
  ...decisionMails,
  ...findingMails,
  ...reviewMails,
  ...operatorMails,
};

/** The 2015 portal says some of it in its own words. */
export const mailRowOf = (event: MailEvent, offerType: OfferTypeId | null): MailRow =>
  (termsOf(offerType) === 'staging' ? stagingMails[event] : undefined) ?? mailTable[event];
