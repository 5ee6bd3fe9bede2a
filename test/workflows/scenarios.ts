import { ApplicationFailure } from '@temporalio/common';
import type { CertificationResult } from '../../src/activities/contract';
import {
  type FakePublicationActivities,
  fakePublicationActivities,
} from '../fakes/fake-publication-activities';
import {
  begin,
  byOperator,
  cancel,
  canceledLate,
  goLive,
  votedTwice,
  lateAddress,
  rejected,
  reminded,
  schedule,
  signOff,
  toEnd,
  toReviewer,
  toSignOff,
  toSignOffByException,
  unaddressed,
  untilSaid,
  withdrawn,
} from './plays';
import {
  changed,
  finding,
  hasty,
  invalid,
  refusedLead,
  type Scenario,
  uncertified,
  unsure,
} from './scenario';
import { cancellationScenarios } from './scenarios-of-cancellations';
import { mailScenarios } from './scenarios-of-mails';
import { reviewScenarios } from './scenarios-of-reviews';
import { startScenarios } from './scenarios-of-starts';
import { typeScenarios } from './scenarios-of-types';

const brief = { signOffReminderEveryMs: 300, addressReminderEveryMs: 200, addressWithinMs: 400 };
const usual = (): FakePublicationActivities => fakePublicationActivities();

/** All of them; a new way to end belongs here before it is released. */
export const scenarios: readonly Scenario[] = [
  { name: 'parked-at-sign-off', activities: usual, play: toSignOff },
  {
    name: 'parked-without-address',
    activities: usual,
    play: (bench) => begin(bench, {}).then(() => untilSaid(bench, 'address.waiting')),
  },
  { name: 'parked-until-date', activities: usual, play: schedule },
  { name: 'parked-at-reviewer', activities: () => unreadable(), play: toReviewer },
  {
    name: 'parked-half-voted',
    activities: () => fakePublicationActivities({}, changed({ votes: 2 })),
    play: signOff,
  },
  {
    name: 'live-after-mailed-votes',
    activities: () => fakePublicationActivities({}, changed({ votes: 2 })),
    play: votedTwice,
  },
  { name: 'live', activities: usual, play: (bench) => toSignOff(bench).then(() => goLive(bench)) },
  { name: 'live-after-withdrawal', activities: usual, play: withdrawn },
  {
    name: 'live-after-reminders',
    activities: () => fakePublicationActivities({}, changed({ patience: brief })),
    play: reminded,
  },
  { name: 'live-after-late-address', activities: usual, play: lateAddress },
  {
    name: 'live-with-exception',
    activities: () => unreadable(),
    play: (bench) => toSignOffByException(bench).then(() => goLive(bench)),
  },
  {
    name: 'live-with-earlier-exception',
    activities: () => unreadable({ approval: { actor: 'rita', since: '2026-11-01T00:00:00.000Z' } }),
    play: (bench) => toSignOff(bench).then(() => goLive(bench)),
  },
  {
    name: 'canceled-after-exception',
    activities: () => unreadable(),
    play: (bench) => toSignOffByException(bench).then(() => cancel(bench)),
  },
  { name: 'live-although-canceled-late', activities: usual, play: canceledLate },
  {
    name: 'canceled-at-sign-off',
    activities: usual,
    play: (bench) => toSignOff(bench).then(() => cancel(bench)),
  },
  {
    name: 'canceled-by-operator',
    activities: usual,
    play: (bench) => toSignOff(bench).then(() => byOperator(bench)),
  },
  {
    name: 'canceled-without-address',
    activities: () => fakePublicationActivities({}, changed({ patience: brief })),
    play: unaddressed,
  },
  { name: 'rejected-by-reviewer', activities: () => unreadable(), play: rejected },
  ...typeScenarios,
  ...reviewScenarios,
  ...cancellationScenarios,
  ...startScenarios,
  ...mailScenarios,
  { name: 'failed-validation', activities: () => fakePublicationActivities(invalid), play: toEnd },
  { name: 'failed-certification', activities: () => fakePublicationActivities(uncertified), play: toEnd },
  { name: 'failed-lead', activities: () => fakePublicationActivities(refusedLead), play: toEnd },
  {
    name: 'failed-dependency',
    activities: () =>
      fakePublicationActivities(
        { replicate: ({ region }) => Promise.reject(new Error(`${region} answers 503`)) },
        hasty(),
      ),
    play: toEnd,
  },
  {
    name: 'failed-own-fault',
    activities: () =>
      fakePublicationActivities({
        packageProduct: () => Promise.reject(ApplicationFailure.nonRetryable('No such digest.')),
      }),
    play: (bench) => toEnd(bench).catch(() => undefined),
  },
  {
    name: 'failed-unknown-offer',
    activities: () =>
      fakePublicationActivities({
        openPublication: () => Promise.resolve({ kind: 'refused', findings: [finding] }),
      }),
    play: toEnd,
  },
];

const unreadable = (known: Pick<CertificationResult, 'approval'> = {}): FakePublicationActivities =>
  fakePublicationActivities(unsure(known));
