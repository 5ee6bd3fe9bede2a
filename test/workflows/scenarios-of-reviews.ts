import { ApplicationFailure } from '@temporalio/common';
import {
  type FakeOverrides,
  type FakePublicationActivities,
  fakeOf,
} from '../fakes/fake-publication-activities';
import type { PublicationBench } from '../support/publication-worker';
import { untilStatus } from '../support/until-status';
import { approved, reviewed, toSignOff, toSignOffByException } from './plays';
import { type Scenario, unsure } from './scenario';

/** What reviewers are asked about, and how their decision reaches our records and the board, beside the story. */
export const reviewScenarios: readonly Scenario[] = [
  {
    name: 'application-live-while-records-away',
    activities: () => application(hearingLate()),
    play: (bench) => reviewed(bench, 'approve'),
  },
  {
    name: 'application-rejected-while-records-away',
    activities: () => application(hearingLate()),
    play: (bench) => reviewed(bench, 'requestChanges'),
  },
  {
    name: 'application-live-although-board-elsewhere-away',
    activities: () => application(boardAway),
    play: (bench) => reviewed(bench, 'approve'),
  },
  {
    name: 'application-rejected-although-board-elsewhere-away',
    activities: () => application(boardAway),
    play: (bench) => reviewed(bench, 'requestChanges'),
  },
  {
    name: 'staged-machine-listed-with-exception',
    activities: fakeOf('staged-offer', 'virtual-machine', unsure()),
    play: listedWithException,
  },
  {
    name: 'application-live-signed-off-under-another-name',
    activities: fakeOf('microsoft-azure-applications', 'publish'),
    play: signedOffUnderAnotherName,
  },
];

/** Who signed off tries to decide too, as the board names them; then somebody else does. */
async function signedOffUnderAnotherName(bench: PublicationBench): Promise<unknown> {
  await toSignOff(bench);
  await bench.client.goLive(bench.offer, { actor: 'rob@contoso.com (login.example.com)' });
  await untilStatus(bench, ({ steps }) => steps.some(({ status }) => status === 'waitingForApproval'));
  const decision = { requestId: 'r1', actor: 'Rob@contoso.com', decision: 'approve' };
  await bench.handle().signal('reviewDecision', decision);
  return approved(bench);
}

/** Its work item stands elsewhere, and cannot be closed there. */
export const boardAway: FakeOverrides = {
  openReview: () =>
    Promise.resolve({ workItem: { board: 'azure-devops', id: '17', url: 'https://board.example/17' } }),
  closeReview: () => Promise.reject(ApplicationFailure.nonRetryable('The board is gone.')),
};

/** Our records hear of the decision at the second try. */
export function hearingLate(): FakeOverrides {
  let tries = 0;
  return {
    recordDecision: () => {
      tries += 1;
      return tries > 1 ? Promise.resolve() : Promise.reject(new Error('The catalogue is away.'));
    },
  };
}

const application = (overrides: FakeOverrides): FakePublicationActivities =>
  fakeOf('microsoft-azure-applications', 'publish', overrides)();

async function listedWithException(bench: PublicationBench): Promise<unknown> {
  await toSignOffByException(bench);
  await bench.client.goLive(bench.offer, { actor: 'ann' });
  await untilStatus(bench, ({ steps }) =>
    steps.some(({ id, status }) => id === 'final-review' && status === 'waitingForApproval'),
  );
  return approved(bench);
}
