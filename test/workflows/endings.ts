import { ApplicationFailure } from '@temporalio/common';
import type { Pipeline, StageName } from '../../src/domain/publication/pipeline';
import type { FakeOverrides } from '../fakes/fake-publication-activities';
import type { PublicationBench } from '../support/publication-worker';
import {
  agreedToEnd,
  changesRequested,
  liveAfterLateReview,
  liveAfterReminders,
  liveAfterVotes,
  liveAfterWithdrawal,
  liveAtDate,
  scheduled,
  upToReviewers,
  upToSignOff,
  voted,
} from './agreed-plays';
import { begin, byOperator, cancel, unaddressed, untilSaid } from './plays';
import {
  hasty,
  invalid,
  refusedLead,
  type Scenario,
  uncertified,
  unpackaged,
  unsure,
  unsureOfDocument,
} from './scenario';

/** One way a run can end, or can be parked, whatever is published. */
export type Ending = Pick<Scenario, 'name' | 'play'> & {
  /** The stage it takes: what is published without it cannot end so. */
  readonly at: StageName;
  /**
   * What makes the same ending of two types another history: all that came before it, what follows the sign-off, or
   * where reviewers are asked.
   */
  readonly differsBy: 'path' | 'next' | 'reviews' | 'nothing';
  readonly overrides?: () => FakeOverrides;
  readonly change?: (pipeline: Pipeline) => Pipeline;
};

const brief = { signOffReminderEveryMs: 300, addressReminderEveryMs: 200, addressWithinMs: 400 };
const impatient = (pipeline: Pipeline): Pipeline => ({ ...pipeline, patience: brief });
const ofTwo = (pipeline: Pipeline): Pipeline => ({ ...pipeline, votes: 2 });
const away = (): Promise<never> => Promise.reject(new Error('It answers 503.'));
const ownFault = (): Promise<never> => Promise.reject(ApplicationFailure.nonRetryable('No such digest.'));

async function withoutAddress(bench: PublicationBench): Promise<void> {
  await begin(bench, {});
  await untilSaid(bench, 'address.waiting');
}

const whileChecked: readonly Ending[] = [
  {
    name: 'failed-validation',
    at: 'validate',
    differsBy: 'nothing',
    overrides: () => invalid,
    play: agreedToEnd,
  },
  {
    name: 'parked-at-reviewer-of-document',
    at: 'validate',
    differsBy: 'nothing',
    overrides: () => unsureOfDocument,
    play: upToReviewers,
  },
  {
    name: 'rejected-for-document',
    at: 'validate',
    differsBy: 'nothing',
    overrides: () => unsureOfDocument,
    play: changesRequested,
  },
  { name: 'parked-without-address', at: 'awaitAddress', differsBy: 'nothing', play: withoutAddress },
  {
    name: 'canceled-without-address',
    at: 'awaitAddress',
    differsBy: 'nothing',
    change: impatient,
    play: unaddressed,
  },
  {
    name: 'canceled-by-operator-without-address',
    at: 'awaitAddress',
    differsBy: 'nothing',
    play: (bench) => withoutAddress(bench).then(() => byOperator(bench)),
  },
  {
    name: 'failed-certification',
    at: 'certify',
    differsBy: 'path',
    overrides: () => uncertified,
    play: agreedToEnd,
  },
  {
    name: 'parked-at-reviewer',
    at: 'certify',
    differsBy: 'path',
    overrides: unsure,
    play: upToReviewers,
  },
  {
    name: 'rejected-by-reviewer',
    at: 'certify',
    differsBy: 'path',
    overrides: unsure,
    play: changesRequested,
  },
];

const whileMade: readonly Ending[] = [
  {
    name: 'failed-dependency',
    at: 'replicate',
    differsBy: 'path',
    overrides: () => ({ replicate: away }),
    change: hasty,
    play: agreedToEnd,
  },
  {
    name: 'failed-packaging',
    at: 'packageProduct',
    differsBy: 'path',
    overrides: () => unpackaged,
    play: agreedToEnd,
  },
  {
    name: 'failed-dependency-of-package',
    at: 'packageProduct',
    differsBy: 'path',
    overrides: () => ({ packageProduct: away }),
    change: hasty,
    play: agreedToEnd,
  },
  {
    name: 'failed-own-fault',
    at: 'packageProduct',
    differsBy: 'path',
    overrides: () => ({ packageProduct: ownFault }),
    play: agreedToEnd,
  },
  {
    name: 'failed-lead',
    at: 'registerLead',
    differsBy: 'path',
    overrides: () => refusedLead,
    play: agreedToEnd,
  },
];

const atSignOff: readonly Ending[] = [
  { name: 'parked-at-sign-off', at: 'signOff', differsBy: 'path', play: upToSignOff },
  {
    name: 'canceled-at-sign-off',
    at: 'signOff',
    differsBy: 'path',
    play: (bench) => upToSignOff(bench).then(() => cancel(bench)),
  },
  {
    name: 'canceled-by-operator',
    at: 'signOff',
    differsBy: 'path',
    play: (bench) => upToSignOff(bench).then(() => byOperator(bench)),
  },
  { name: 'parked-until-date', at: 'signOff', differsBy: 'nothing', play: scheduled },
  {
    name: 'canceled-while-scheduled',
    at: 'signOff',
    differsBy: 'nothing',
    play: (bench) => scheduled(bench).then(() => cancel(bench)),
  },
  {
    name: 'canceled-by-operator-while-scheduled',
    at: 'signOff',
    differsBy: 'nothing',
    play: (bench) => scheduled(bench).then(() => byOperator(bench)),
  },
  { name: 'parked-half-voted', at: 'signOff', differsBy: 'nothing', change: ofTwo, play: voted },
  {
    name: 'canceled-half-voted',
    at: 'signOff',
    differsBy: 'nothing',
    change: ofTwo,
    play: (bench) => voted(bench).then(() => cancel(bench)),
  },
];

const inReview: readonly Ending[] = [
  { name: 'parked-in-review', at: 'review', differsBy: 'path', play: upToReviewers },
  { name: 'rejected', at: 'review', differsBy: 'path', play: changesRequested },
  {
    name: 'canceled-by-operator-in-review',
    at: 'review',
    differsBy: 'path',
    play: (bench) => upToReviewers(bench).then(() => byOperator(bench)),
  },
  {
    name: 'live-after-late-review',
    at: 'review',
    differsBy: 'nothing',
    change: (pipeline) => ({
      ...pipeline,
      review: { approvers: 'review', reminderEveryMs: 300, escalationAfterMs: 200 },
    }),
    play: liveAfterLateReview,
  },
];

const whenLive: readonly Ending[] = [
  { name: 'live', at: 'goLive', differsBy: 'path', play: agreedToEnd },
  { name: 'live-at-its-date', at: 'goLive', differsBy: 'next', play: liveAtDate },
  { name: 'live-after-withdrawal', at: 'goLive', differsBy: 'next', play: liveAfterWithdrawal },
  { name: 'live-after-mailed-votes', at: 'goLive', differsBy: 'next', change: ofTwo, play: liveAfterVotes },
  {
    name: 'live-after-reminders',
    at: 'goLive',
    differsBy: 'next',
    change: impatient,
    play: liveAfterReminders,
  },
  {
    name: 'live-with-exception',
    at: 'certify',
    differsBy: 'reviews',
    overrides: unsure,
    play: agreedToEnd,
  },
  {
    name: 'live-with-exception-for-document',
    at: 'validate',
    differsBy: 'reviews',
    overrides: () => unsureOfDocument,
    play: agreedToEnd,
  },
  {
    name: 'failed-own-fault-at-go-live',
    at: 'goLive',
    differsBy: 'nothing',
    overrides: () => ({ goLiveNow: ownFault }),
    play: agreedToEnd,
  },
];

/** All of them; a new way to end belongs here before it is released. */
export const endings: readonly Ending[] = [
  ...whileChecked,
  ...whileMade,
  ...atSignOff,
  ...inReview,
  ...whenLive,
];
