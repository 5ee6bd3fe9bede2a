import { startOwnTime } from '../../../src/inspection/guest/own-time';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** An answer that comes when it is told to. */
function awaited() {
  let come = (): void => undefined;
  const answer = new Promise<void>((resolve) => (come = resolve));
  return { answer, come: () => come() };
}

it('is over after so long', () => {
  const time = startOwnTime(1_000);

  jest.advanceTimersByTime(999);
  const before = time.signal.aborted;
  jest.advanceTimersByTime(1);

  expect([before, time.signal.aborted]).toEqual([false, true]);
});

it('stands still while anything is waited for, and then goes on', async () => {
  const time = startOwnTime(1_000);
  const [one, other] = [awaited(), awaited()];

  jest.advanceTimersByTime(400);
  const waits = [time.without(one.answer), time.without(other.answer)];
  jest.advanceTimersByTime(50_000);
  one.come();
  await waits[0];
  jest.advanceTimersByTime(50_000);
  other.come();
  await waits[1];
  jest.advanceTimersByTime(599);
  const before = time.signal.aborted;
  jest.advanceTimersByTime(1);

  expect([before, time.signal.aborted]).toEqual([false, true]);
});

it('goes on when what was waited for failed', async () => {
  const time = startOwnTime(1_000);

  await expect(time.without(Promise.reject(new Error('away')))).rejects.toThrow('away');
  jest.advanceTimersByTime(1_000);

  expect(time.signal.aborted).toBe(true);
});

it('leaves no timer behind, not even when an answer comes after its end', async () => {
  const time = startOwnTime(1_000);
  const late = awaited();
  const wait = time.without(late.answer);

  time.end();
  late.come();
  await wait;

  expect(jest.getTimerCount()).toBe(0);
});
