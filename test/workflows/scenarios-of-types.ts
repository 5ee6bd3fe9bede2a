import type { OfferTypeId } from '../../src/domain/offer/document';
import type { OfferKind, StagedKind } from '../../src/domain/offer/kind';
import { pipelineOf } from '../../src/domain/publication/pipelines';
import {
  type FakeOverrides,
  type FakePublicationActivities,
  fakeOf,
  fakePublicationActivities,
} from '../fakes/fake-publication-activities';
import type { PublicationBench } from '../support/publication-worker';
import {
  approved,
  byOperator,
  cancel,
  goLive,
  inReview,
  reviewed,
  reviewedFirst,
  toEnd,
  toReviewer,
  toSignOff,
} from './plays';
import { hasty, invalid, refusedLead, type Scenario, uncertified, unpackaged } from './scenario';

const calledOff = (bench: PublicationBench): Promise<unknown> => toSignOff(bench).then(() => cancel(bench));

const application = fakeOf('microsoft-azure-applications', 'publish');

/** How a type that is reviewed after its sign-off ends before reviewers see it. */
const early = (
  name: string,
  row: Row,
  overrides: Readonly<Record<string, FakeOverrides>>,
): readonly Scenario[] => [
  { name: `${name}-canceled-at-sign-off`, activities: fakeOf(...row), play: calledOff },
  ...Object.entries(overrides).map(([ending, override]) => ({
    name: `${name}-${ending}`,
    activities: fakeOf(...row, override),
    play: toEnd,
  })),
];

const earlyEnds: readonly Scenario[] = [
  ...early('application', ['microsoft-azure-applications', 'publish'], {
    'failed-validation': invalid,
    'failed-certification': uncertified,
    'failed-packaging': unpackaged,
    'failed-lead': refusedLead,
  }).slice(1),
  ...early('staged-machine', ['staged-offer', 'virtual-machine'], {
    'failed-validation': invalid,
    'failed-certification': uncertified,
    'failed-lead': refusedLead,
  }),
  ...early('staged-service', ['staged-offer', 'developer-service'], {
    'failed-validation': invalid,
    'failed-lead': refusedLead,
  }),
  ...early('staged-data-service', ['staged-offer', 'data-service'], { 'failed-validation': invalid }),
  ...early('staged-template', ['staged-offer', 'solution-template'], {
    'failed-validation': invalid,
    'failed-certification': uncertified,
    'failed-lead': refusedLead,
  }),
  {
    name: 'staged-machine-failed-dependency',
    activities: () =>
      fakePublicationActivities(
        { replicate: ({ region }) => Promise.reject(new Error(`${region} answers 503`)) },
        hasty(pipelineOf('staged-offer', 'virtual-machine')),
        'staged-offer',
      ),
    play: (bench) => reviewed(bench, 'approve'),
  },
  {
    name: 'staged-machine-rejected',
    activities: fakeOf('staged-offer', 'virtual-machine'),
    play: (bench) => reviewed(bench, 'requestChanges'),
  },
  {
    name: 'staged-data-service-listed',
    activities: fakeOf('staged-offer', 'data-service'),
    play: (bench) => reviewed(bench, 'approve'),
  },
  {
    name: 'staged-template-listed',
    activities: fakeOf('staged-offer', 'solution-template'),
    play: (bench) => reviewed(bench, 'approve'),
  },
  {
    name: 'consulting-failed-validation',
    activities: consulting(invalid),
    play: toEnd,
  },
];

/** Every way the types end that differ from the virtual machine's. */
export const typeScenarios: readonly Scenario[] = [
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
  ...earlyEnds,
];

function staged(kind: StagedKind): () => FakePublicationActivities {
  return fakeOf('staged-offer', kind);
}

function consulting(overrides: FakeOverrides = {}): () => FakePublicationActivities {
  return fakeOf('consulting-services', 'publish', overrides);
}

type Row = readonly [OfferTypeId, OfferKind];
