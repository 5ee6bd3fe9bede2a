import { ApplicationFailure } from '@temporalio/common';
import type { ControlActivities, ProgressInput } from '../../src/activities/contract';
import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { untilStatus } from '../support/until-status';

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
});
afterEach(() => bench.close());

it('brings the approval to the log with the flip, and no record beside it', async () => {
  const recorded: ProgressInput[] = [];
  const { activities } = fakePublicationActivities({
    async recordProgress(progress) {
      recorded.push(progress);
    },
  });
  const flips: ProgressInput[] = [];
  const goLiveNow: ControlActivities['goLiveNow'] = (publication) => {
    if (publication.told) flips.push(publication.told);
    return activities.goLiveNow(publication);
  };

  const result = await goLiveWith({ ...activities, goLiveNow });

  expect(result).toMatchObject({ outcome: 'live' });
  expect(flips.map(tellsApproval)).toEqual([true]);
  // The fake activity writes down what it was told; the other records begin where that ended.
  expect(recorded.filter(tellsApproval)).toEqual(flips);
});

it('tells the log of the approval all the same when the flip fails for good', async () => {
  const { activities, logged } = fakePublicationActivities();
  const goLiveNow: ControlActivities['goLiveNow'] = () => {
    throw ApplicationFailure.nonRetryable('The slots are not ours.', 'OwnFault');
  };

  const failure = await goLiveWith({ ...activities, goLiveNow }).catch((error: unknown) => error);

  expect(failure).toMatchObject({ cause: { message: 'The slots are not ours.' } });
  expect(logged()).toMatchObject({ status: 'failed', goLive: { approved: true } });
});

const tellsApproval = ({ events }: ProgressInput): boolean =>
  events.some(({ kind }) => kind === 'goLiveApproved');

async function goLiveWith(
  activities: ReturnType<typeof fakePublicationActivities>['activities'],
): ReturnType<PublicationBench['client']['result']> {
  await bench.client.publish({ ...bench.offer, notificationEmails: ['ann@contoso.com'] });
  return bench.withWorker(activities, async () => {
    await untilStatus(bench, 'waitingForPublisherReview');
    await bench.client.goLive(bench.offer, { actor: 'ann' });
    return bench.client.result(bench.offer);
  });
}
