import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { beating } from '../../src/activities/beating';

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
});
afterEach(() => {
  jest.useRealTimers();
});

/** Counts heartbeats of a piece of work. */
async function beatsOf(work: () => Promise<unknown>): Promise<readonly unknown[]> {
  const environment = new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') });
  const beats: unknown[] = [];
  environment.on('heartbeat', (details) => beats.push(details));
  await environment.run(() => beating('looking inside', work).catch(() => undefined));
  return beats;
}

it('shows for as long as the work takes that its worker is alive', async () => {
  const beats = await beatsOf(() => jest.advanceTimersByTimeAsync(60_000));

  expect(beats.length).toBeGreaterThanOrEqual(12);
  expect(beats[0]).toEqual({ phase: 'looking inside' });
});

it.each([
  ['done', async () => undefined],
  ['failed', () => Promise.reject(new Error('away'))],
])('falls silent when the work is %s', async (_how, work) => {
  await beatsOf(work);

  expect(jest.getTimerCount()).toBe(0);
});
