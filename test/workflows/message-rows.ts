import type { CommandName } from '../../src/domain/publication/commands';
import { type FakePublicationActivities, fakeOf } from '../fakes/fake-publication-activities';
import type { PublicationBench } from '../support/publication-worker';
import { schedule, toReviewer, toSignOff } from './plays';

/** What there is to know about one message; every message of the contract needs its row. */
export type MessageRow = {
  /** Its own fields, beside requestId and actor. */
  readonly fields: object;
  /** Where it is accepted, and what it is answered there. */
  readonly fits: { readonly lead: (bench: PublicationBench) => Promise<unknown>; readonly code: string };
  /** Own fields of the wrong type or value. */
  readonly wrong: readonly object[];
  /** Own fields with 100 KB of text, and what is recorded of them at sign-off. */
  readonly long: { readonly fields: object; readonly code: string };
  /** What is recorded of it before the first step, */
  readonly early: string;
  /** while production flips, */
  readonly whileFlipping: string;
  /** and while a canceled publication is cleaned up. */
  readonly whileCleanedUp: string;
  readonly fake?: () => FakePublicationActivities;
};

const long = 'x'.repeat(100_000);

export const messageRows: Readonly<Record<CommandName, MessageRow>> = {
  goLive: {
    fields: { notBefore: '2099-01-01T00:00:00Z' },
    fits: { lead: toSignOff, code: 'goLive.scheduled' },
    wrong: [
      { notBefore: 'tomorrow' },
      // `Date.parse` makes a day of 2001 of it.
      { notBefore: 'tomorrow 5' },
      { notBefore: 5 },
      { notBefore: ['2099-01-01T00:00:00Z'] },
    ],
    long: { fields: { notBefore: long }, code: 'message.malformed' },
    early: 'message.wrongState',
    whileFlipping: 'message.alreadyDecided',
    whileCleanedUp: 'message.canceling',
  },
  withdrawGoLive: {
    fields: {},
    fits: { lead: schedule, code: 'goLive.withdrawn' },
    wrong: [],
    long: { fields: { reason: long }, code: 'message.wrongState' },
    early: 'message.wrongState',
    whileFlipping: 'message.alreadyDecided',
    whileCleanedUp: 'message.canceling',
  },
  cancel: {
    fields: { reason: 'A typo in the title.' },
    fits: { lead: toSignOff, code: 'cancel.accepted' },
    wrong: [{ reason: 7 }, { reason: ['typo'] }],
    long: { fields: { reason: long }, code: 'cancel.accepted' },
    early: 'cancel.notBeforeSignOff',
    whileFlipping: 'cancel.notAfterGoLive',
    whileCleanedUp: 'message.canceling',
  },
  reviewDecision: {
    fields: { decision: 'approve', comments: [{ message: 'Fine.' }] },
    fits: { lead: toReviewer, code: 'review.approved' },
    wrong: [
      { decision: 'reject' },
      { decision: undefined },
      { decision: ['approve'] },
      { comments: 'Fine.' },
      { comments: ['Fine.'] },
      { comments: [{ message: 5 }] },
    ],
    long: { fields: { comments: [{ message: long }] }, code: 'message.wrongState' },
    early: 'message.wrongState',
    whileFlipping: 'message.wrongState',
    whileCleanedUp: 'message.canceling',
    fake: fakeOf('consulting-services', 'publish'),
  },
  notificationEmails: {
    fields: { emails: ['bob@contoso.com'] },
    fits: { lead: toSignOff, code: 'address.provided' },
    wrong: [{ emails: [] }, { emails: 'bob' }, { emails: [5] }, { emails: { to: 'bob@contoso.com' } }],
    long: { fields: { emails: [`${long}@contoso.com`] }, code: 'message.malformed' },
    early: 'address.provided',
    whileFlipping: 'address.provided',
    whileCleanedUp: 'address.provided',
  },
};
