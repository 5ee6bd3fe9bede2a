import { activityInfo, ApplicationFailure } from '@temporalio/activity';
import { pipelineOf } from '../../src/domain/publication/pipelines';
import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { gate } from '../support/gate';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { goLive, inReview, toSignOff } from './plays';
import { until } from '../support/until';

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
});
afterEach(() => bench.close());

it('brings everything to the log although an operator ends the record that is under way', async () => {
  const { opened: recording, open: begin } = gate();
  const { opened: ended, open: end } = gate();
  const records = { isAway: false };
  const { activities, logged } = fakePublicationActivities({
    async recordProgress() {
      if (!records.isAway) return;
      if (activityInfo().isLocal) throw new Error('The catalogue is away.');
      begin();
      await ended;
      throw new Error('Nobody waits for this one any more.');
    },
  });

  const result = await bench.withWorker(activities, async () => {
    await toSignOff(bench);
    records.isAway = true;
    const live = goLive(bench);
    await recording;
    const { raw } = await bench.handle().describe();
    const record = raw.pendingActivities?.find(({ activityType }) => activityType?.name === 'recordProgress');
    const { workflowId } = bench.handle();
    records.isAway = false;
    await bench.temporal.activity.fail(
      { workflowId, activityId: record?.activityId ?? '' },
      ApplicationFailure.nonRetryable('By hand.'),
    );
    end();
    return live;
  });

  expect(result).toMatchObject({ outcome: 'live' });
  expect(logged()).toMatchObject({ outcome: 'live', status: 'succeeded' });
});

it('tells operators what happened to the record of a decision, and blames no board', async () => {
  const { activities, mails } = fakePublicationActivities(
    { recordDecision: () => Promise.reject(ApplicationFailure.nonRetryable('Ended by ann.')) },
    pipelineOf('microsoft-azure-applications', 'publish'),
  );

  const { currentDetails } = await bench.withWorker(activities, async () => {
    await inReview(bench);
    await bench.client.reviewDecision(bench.offer, { actor: 'rita', decision: 'approve' });
    await bench.client.result(bench.offer);
    return until('the run answers', () =>
      bench.handle().query<{ readonly currentDetails: string }>('__temporal_workflow_metadata'),
    );
  });

  expect(currentDetails).toContain('Our own records do not know how the review ended: Ended by ann');
  expect(mails.map(({ event }) => event)).not.toContain('boardAway');
});
