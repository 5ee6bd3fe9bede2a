import type { CertificationResult } from '../../src/activities/contract';
import {
  type FakePublicationActivities,
  fakePublicationActivities,
} from '../fakes/fake-publication-activities';
import { cancel, canceledLate, goLive, lateAddress, toEnd, toSignOff, toSignOffByException } from './plays';
import { finding, type Scenario, unsure } from './scenario';
import { cancellationScenarios } from './scenarios-of-cancellations';
import { mailScenarios } from './scenarios-of-mails';
import { reviewScenarios } from './scenarios-of-reviews';
import { startScenarios } from './scenarios-of-starts';
import { typeScenarios } from './scenarios-of-types';

const usual = (): FakePublicationActivities => fakePublicationActivities();
const unreadable = (known: Pick<CertificationResult, 'approval'> = {}): FakePublicationActivities =>
  fakePublicationActivities(unsure(known));

/** All that is recorded; what a run of any type can do belongs to `endings.ts`. */
export const scenarios: readonly Scenario[] = [
  ...typeScenarios,
  ...reviewScenarios,
  ...cancellationScenarios,
  ...startScenarios,
  ...mailScenarios,
  { name: 'live-after-late-address', activities: usual, play: lateAddress },
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
    name: 'failed-unknown-offer',
    activities: () =>
      fakePublicationActivities({
        openPublication: () => Promise.resolve({ kind: 'refused', findings: [finding] }),
      }),
    play: toEnd,
  },
];
