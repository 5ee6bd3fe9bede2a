import type { Outcome } from '../../src/domain/publication/status';
import type { MailEvent } from '../../src/domain/text/mails/mail-event';
import { type FakePublicationActivities, fakeOf } from '../fakes/fake-publication-activities';
import type { PublicationBench } from '../support/publication-worker';
import type { ActivityName, Ending } from '../support/until-canceled';
import { approve, begin, inReview, reviewedFirst, signOff, toSignOff } from './plays';
import { boardAway } from './scenarios-of-reviews';

/** A publication on its way to an activity, in whose middle an operator cancels in the Temporal UI. */
export type OnItsWay = {
  readonly fake: () => FakePublicationActivities;
  /** Leads to the activity, and does not wait for what it blocks. */
  readonly lead: (bench: PublicationBench) => Promise<unknown>;
  /** Sent by then. */
  readonly mails: readonly MailEvent[];
};

/** What is canceled with the story. `leavesNothing`: ended so, there is nothing to take back. */
export type OfStory = OnItsWay & { readonly leavesNothing?: readonly Ending[] };

/** What goes on whatever is canceled. `mails`: also those that follow. */
export type GoesOn = OnItsWay & {
  readonly outcome: Outcome;
  /** Clean-up waits for it. */
  readonly isWaitedFor?: true;
  /** It has one attempt of seconds, which a busy machine may let pass; nothing depends on it. */
  readonly mayBeLate?: true;
};

type StoryActivity =
  | 'openPublication'
  | 'validate'
  | 'certify'
  | 'replicate'
  | 'packageProduct'
  | 'registerLead'
  | 'openPreview'
  | 'openReview';

const machine = fakeOf('microsoft-azure-virtualmachines', 'publish');
const first: OfStory = { fake: machine, lead: begin, mails: [] };

export const ofStory: Readonly<Record<StoryActivity, readonly OfStory[]>> = {
  openPublication: [{ ...first, leavesNothing: ['stops', 'fails'] }],
  validate: [first],
  certify: [first],
  replicate: [
    first,
    {
      fake: fakeOf('staged-offer', 'virtual-machine'),
      lead: (bench) => inReview(bench).then(() => approve(bench)),
      mails: ['previewReady', 'reviewStarted', 'reviewApproved'],
    },
  ],
  packageProduct: [first],
  registerLead: [first],
  openPreview: [first],
  openReview: [{ ...first, fake: fakeOf('consulting-services', 'publish') }],
};

/** Every other activity; one that is new is missing in a table until somebody says what becomes of it. */
export const goingOn: Readonly<Record<Exclude<ActivityName, StoryActivity>, GoesOn>> = {
  goLiveNow: {
    fake: machine,
    lead: signOff,
    outcome: 'live',
    mails: ['previewReady', 'goLiveApproved', 'live'],
  },
  recordDecision: {
    fake: fakeOf('consulting-services', 'publish'),
    lead: (bench) => reviewedFirst(bench, 'approve'),
    outcome: 'canceled',
    mails: ['reviewStarted', 'reviewApproved', 'previewReady', 'canceled'],
    isWaitedFor: true,
  },
  closeReview: {
    fake: fakeOf('consulting-services', 'publish', { ...boardAway, closeReview: () => Promise.resolve() }),
    lead: (bench) => reviewedFirst(bench, 'approve'),
    outcome: 'canceled',
    mails: ['reviewStarted', 'reviewApproved', 'previewReady', 'canceled'],
    mayBeLate: true,
  },
  sendMail: { fake: machine, lead: toSignOff, outcome: 'canceled', mails: ['previewReady', 'canceled'] },
  recordProgress: {
    fake: machine,
    lead: toSignOff,
    outcome: 'canceled',
    mails: ['previewReady', 'canceled'],
  },
  withdraw: {
    fake: machine,
    lead: (bench) => toSignOff(bench).then(() => bench.client.cancel(bench.offer, { actor: 'ann' })),
    outcome: 'canceled',
    mails: ['previewReady', 'canceled'],
  },
};
