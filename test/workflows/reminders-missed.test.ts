import { performance } from 'node:perf_hooks';
import type { PublicationStatus } from '../../src/domain/publication/status';
import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { type PublicationBench, publicationBench } from '../support/publication-worker';
import { until } from '../support/until';
import { untilStatus } from '../support/until-status';
import { goLive, toSignOff } from './plays';
import { changed } from './scenario';

const everyMs = 3000;
const missed = 3;

let bench: PublicationBench;
beforeEach(async () => {
  bench = await publicationBench();
});
afterEach(() => bench.close());

/** When each reminder was told, by the run's own clock. */
const remindersIn = ({ steps }: PublicationStatus): readonly string[] =>
  steps
    .flatMap(({ messages }) => messages)
    .filter(({ message }) => message.code === 'signOff.reminded')
    .map(({ at }) => at);

it('reminds once, not once for each reminder that no worker was there for', async () => {
  const patience = {
    signOffReminderEveryMs: everyMs,
    addressReminderEveryMs: 60_000,
    addressWithinMs: 60_000,
  };
  const { activities } = fakePublicationActivities({}, changed({ patience }));
  await bench.withWorker(activities, () => toSignOff(bench));
  const alone = performance.now();
  await until('several reminders are missed', () => performance.now() - alone > missed * everyMs);
  const backAt = new Date().toISOString();

  const reminders = await bench.withWorker(activities, async () => {
    const after = (status: PublicationStatus) => remindersIn(status).filter((at) => at >= backAt);
    const status = await untilStatus(bench, (each) => after(each).length > 1);
    await goLive(bench);
    return after(status);
  });

  // Made up for, the second would come as soon as the first is told.
  const [first = '', second = ''] = reminders;
  expect(Date.parse(second) - Date.parse(first)).toBeGreaterThanOrEqual(everyMs);
});
