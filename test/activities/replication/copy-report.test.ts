import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { type CopyReport, reportCopy } from '../../../src/activities/replication/copy-report';
import { fakeProgress } from '../../fakes/fake-progress';

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
});
afterEach(() => {
  jest.useRealTimers();
});

/** Runs a report inside an activity, with time that only the test moves. */
async function reporting(story: (report: CopyReport) => Promise<void>) {
  const publications = fakeProgress();
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  const heartbeats: unknown[] = [];
  environment.on('heartbeat', (details) => heartbeats.push(details));
  const about = { publications, publicationId: 'p', item: 'replicate.eastus', totalBytes: 1000 };
  await environment.run(() => story(reportCopy(about)));
  return { reports: publications.reports, heartbeats };
}

it('tells once a second how far and how fast, however often bytes arrive', async () => {
  const { reports } = await reporting(async (report) => {
    report.begin('copying', 0, 1000);
    await jest.advanceTimersByTimeAsync(0);
    for (let count = 0; count < 50; count += 1) report.advance(10);
    await jest.advanceTimersByTimeAsync(1_000);
    await report.end('done');
  });

  expect(reports.map(({ doneBytes, bytesPerSecond, state }) => [doneBytes, bytesPerSecond, state])).toEqual([
    [0, 0, 'running'],
    [500, 500, 'running'],
    [500, 0, 'done'],
  ]);
});

it('keeps beating while nothing moves, so that a slow region is not taken for a dead worker', async () => {
  const { heartbeats } = await reporting(async (report) => {
    report.begin('copying', 0, 1000);
    await jest.advanceTimersByTimeAsync(30_000);
    await report.end('done');
  });

  expect(heartbeats.length).toBeGreaterThanOrEqual(30);
});

it('shows on the page what has arrived of all disks, and to the operator how verifying goes', async () => {
  const { reports, heartbeats } = await reporting(async (report) => {
    report.begin('copying', 400, 400);
    report.begin('copying', 100, 600);
    report.advance(500);
    report.begin('verifying', 0, 2048);
    report.advance(1024);
    await report.end('done');
  });

  expect(reports.at(-1)).toMatchObject({ doneBytes: 1000, totalBytes: 1000, state: 'done' });
  expect(heartbeats.at(-1)).toMatchObject({ phase: 'verifying', bytes: 1024, total: 2048 });
});

it('is silent after the last word', async () => {
  const { reports } = await reporting(async (report) => {
    await report.end('waiting', { code: 'provisioning.waiting', params: { region: 'eastus' } });
    await jest.advanceTimersByTimeAsync(5_000);
  });

  expect(reports.map(({ state }) => state)).toEqual(['waiting']);
});
