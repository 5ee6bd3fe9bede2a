import { ApplicationFailure } from '@temporalio/common';
import type { CertificationResult } from '../../src/activities/contract';
import type { Finding } from '../../src/domain/certification/finding';
import type { StagedKind } from '../../src/domain/offer/kind';
import { type Pipeline, pipelineOf } from '../../src/domain/publication/pipelines';
import {
  type FakeOverrides,
  type FakePublicationActivities,
  fakePublicationActivities,
} from '../fakes/fake-publication-activities';
import type { PublicationBench } from '../support/publication-worker';
import {
  approved,
  begin,
  byOperator,
  cancel,
  canceledLate,
  goLive,
  halfVoted,
  inReview,
  lateAddress,
  rejected,
  reminded,
  reviewed,
  reviewedFirst,
  schedule,
  toEnd,
  toReviewer,
  toSignOff,
  toSignOffByException,
  unaddressed,
  untilSaid,
  withdrawn,
} from './plays';

/** One way a run can end, or one place where it can be parked for a long time. */
export type Scenario = {
  readonly name: string;
  readonly activities: () => FakePublicationActivities;
  /** Leads the run to where its history is worth keeping. */
  readonly play: (bench: PublicationBench) => Promise<unknown>;
};

const finding: Finding = {
  ruleId: 'vm.vhd.footer-cookie',
  severity: 'error',
  params: {},
  target: { plan: 'standard' },
};
const failed = { verdict: 'failed' as const, findings: [finding], findingCount: 1 };
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
  { name: 'parked-at-reviewer', activities: unreadable, play: toReviewer },
  {
    name: 'parked-half-voted',
    activities: () => fakePublicationActivities({}, changed({ votes: 2 })),
    play: halfVoted,
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
    activities: unreadable,
    play: (bench) => toSignOffByException(bench).then(() => goLive(bench)),
  },
  {
    name: 'live-with-earlier-exception',
    activities: () => unreadable({ approval: { actor: 'rita', since: '2026-11-01T00:00:00.000Z' } }),
    play: (bench) => toSignOff(bench).then(() => goLive(bench)),
  },
  {
    name: 'canceled-after-exception',
    activities: unreadable,
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
  { name: 'rejected-by-reviewer', activities: unreadable, play: rejected },
  { name: 'application-parked-in-review', activities: application, play: inReview },
  {
    name: 'application-live',
    activities: application,
    play: (bench) => reviewed(bench, 'approve'),
  },
  {
    name: 'application-rejected',
    activities: application,
    play: (bench) => reviewed(bench, 'requestChanges'),
  },
  {
    name: 'application-canceled-at-sign-off',
    activities: application,
    play: (bench) => toSignOff(bench).then(() => cancel(bench)),
  },
  {
    name: 'application-canceled-by-operator-in-review',
    activities: application,
    play: (bench) => inReview(bench).then(() => byOperator(bench)),
  },
  {
    name: 'application-live-although-board-away',
    activities: () =>
      fakePublicationActivities(
        { closeReview: () => Promise.reject(ApplicationFailure.nonRetryable('The board is gone.')) },
        pipelineOf('microsoft-azure-applications', 'publish'),
      ),
    play: (bench) => reviewed(bench, 'approve'),
  },
  { name: 'staged-parked-in-final-review', activities: staged('virtual-machine'), play: inReview },
  {
    name: 'staged-machine-listed',
    activities: staged('virtual-machine'),
    play: (bench) => reviewed(bench, 'approve'),
  },
  {
    name: 'staged-service-listed',
    activities: staged('developer-service'),
    play: (bench) => reviewed(bench, 'approve'),
  },
  {
    name: 'staged-rejected',
    activities: staged('solution-template'),
    play: (bench) => reviewed(bench, 'requestChanges'),
  },
  { name: 'consulting-parked-in-review', activities: consulting(), play: toReviewer },
  {
    name: 'consulting-parked-at-sign-off',
    activities: consulting(),
    play: (bench) => reviewedFirst(bench, 'approve'),
  },
  {
    name: 'consulting-live',
    activities: consulting(),
    play: (bench) => reviewedFirst(bench, 'approve').then(() => goLive(bench)),
  },
  {
    name: 'consulting-rejected',
    activities: consulting(),
    play: (bench) => reviewedFirst(bench, 'requestChanges'),
  },
  {
    name: 'consulting-canceled-at-sign-off',
    activities: consulting(),
    play: (bench) => reviewedFirst(bench, 'approve').then(() => cancel(bench)),
  },
  {
    name: 'consulting-canceled-by-operator-in-review',
    activities: consulting(),
    play: (bench) => toReviewer(bench).then(() => byOperator(bench)),
  },
  {
    name: 'consulting-failed-lead',
    activities: consulting({
      registerLead: () => Promise.resolve({ kind: 'failed', destination: 'HttpsEndpoint', answer: '401' }),
    }),
    play: (bench) => toReviewer(bench).then(() => approved(bench)),
  },
  {
    name: 'failed-validation',
    activities: () =>
      fakePublicationActivities({
        validate: () => Promise.resolve({ ...failed, artefacts: [], regions: [] }),
      }),
    play: toEnd,
  },
  {
    name: 'failed-certification',
    activities: () =>
      fakePublicationActivities({
        certify: ({ artefact: { artefactId } }) => Promise.resolve({ ...failed, artefactId }),
      }),
    play: toEnd,
  },
  {
    name: 'failed-lead',
    activities: () =>
      fakePublicationActivities({
        registerLead: () => Promise.resolve({ kind: 'failed', destination: 'AzureTable', answer: '403' }),
      }),
    play: toEnd,
  },
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

function unreadable(known: Pick<CertificationResult, 'approval'> = {}): FakePublicationActivities {
  return fakePublicationActivities({
    certify: ({ artefact: { artefactId } }) =>
      Promise.resolve({
        artefactId,
        digest: 'a'.repeat(64),
        verdict: 'reviewRequired',
        findings: [{ ...finding, severity: 'reviewRequired' }],
        findingCount: 1,
        ...known,
      }),
  });
}

function application(): FakePublicationActivities {
  return fakePublicationActivities({}, pipelineOf('microsoft-azure-applications', 'publish'));
}

function staged(kind: StagedKind): () => FakePublicationActivities {
  return () => fakePublicationActivities({}, pipelineOf('staged-offer', kind));
}

function consulting(overrides: FakeOverrides = {}): () => FakePublicationActivities {
  const offerType = 'consulting-services';
  return () => fakePublicationActivities(overrides, pipelineOf(offerType, 'publish'), offerType);
}

function changed(change: Partial<Pipeline>): Pipeline | undefined {
  const pipeline = pipelineOf('microsoft-azure-virtualmachines', 'publish');
  return pipeline && { ...pipeline, ...change };
}

function hasty(): Pipeline | undefined {
  const pipeline = changed({});
  return (
    pipeline && { ...pipeline, steps: pipeline.steps.map((step) => ({ ...step, estimateHours: 0.0002 })) }
  );
}
