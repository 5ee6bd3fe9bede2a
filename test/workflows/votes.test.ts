import { pipelineOf } from '../../src/domain/publication/pipelines';
import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { untilStatus } from '../support/until-status';
import { toSignOff } from './plays';

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
});
afterEach(() => bench.close());

it('mails the others each vote that is not the last, a date, and that all was taken back', async () => {
  const pipeline = pipelineOf('microsoft-azure-virtualmachines', 'publish');
  const { activities, mails } = fakePublicationActivities({}, pipeline && { ...pipeline, votes: 2 });
  const notBefore = '2099-01-01T00:00:00.000Z';

  await bench.withWorker(activities, async () => {
    await toSignOff(bench);
    await bench.client.goLive(bench.offer, { actor: 'ann', notBefore });
    await bench.client.goLive(bench.offer, { actor: 'ann' });
    await bench.client.goLive(bench.offer, { actor: 'bob' });
    await bench.client.withdrawGoLive(bench.offer, { actor: 'bob' });
    await bench.client.goLive(bench.offer, { actor: 'bob' });
    await bench.client.goLive(bench.offer, { actor: 'ann' });
    await bench.client.result(bench.offer);
  });

  const about = mails.filter(({ event }) => event.startsWith('goLive'));
  expect(about.map(({ event, number }) => `${event} ${number}`)).toEqual([
    'goLiveVoted 1',
    'goLiveScheduled 1',
    'goLiveWithdrawn 1',
    'goLiveVoted 2',
    'goLiveApproved 1',
  ]);
});

it('mails nothing about a vote that decides alone', async () => {
  const { activities, mails } = fakePublicationActivities();

  await bench.withWorker(activities, async () => {
    await toSignOff(bench);
    await bench.client.goLive(bench.offer, { actor: 'ann' });
    await untilStatus(bench, ({ outcome }) => outcome === 'live');
    await bench.client.result(bench.offer);
  });

  expect(mails.map(({ event }) => event)).toEqual(['previewReady', 'goLiveApproved', 'live']);
});
