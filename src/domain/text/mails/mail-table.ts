import type { OfferTypeId } from '../../offer/document';
import { type Terms, termsOf } from '../../publication/terms';
import { consultingMails } from '../publication/consulting-texts';
import type { MailEvent } from './mail-event';
import type { MailRow } from './mail-row';
import { decisionMails } from './mail-table-decisions';
import { findingMails } from './mail-table-findings';
import { operatorMails } from './mail-table-operator';
import { problemMails } from './mail-table-problems';
import { reviewMails } from './mail-table-reviews';
import { stagingMails } from './mail-table-staging';
import { voteMails } from './mail-table-votes';

/** The one table of mails. Placeholders: title, step, number. */
export const mailTable: Readonly<Record<MailEvent, MailRow>> = {
  ...problemMails,
  ...decisionMails,
  ...voteMails,
  ...findingMails,
  ...reviewMails,
  ...operatorMails,
};

/** What some types of offers say in words of their own. */
const ownMails: Readonly<Record<Terms, Readonly<Partial<Record<MailEvent, MailRow>>>>> = {
  marketplace: {},
  staging: stagingMails,
  consulting: consultingMails,
};

export const mailRowOf = (event: MailEvent, offerType: OfferTypeId | null): MailRow =>
  ownMails[termsOf(offerType)][event] ?? mailTable[event];
