import { atMostEvery } from '../../src/worker/at-most-every';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function setting() {
  let calls = 0;
  const want = atMostEvery(200, () => (calls += 1));
  return { want, calls: () => calls };
}

it('calls at once', () => {
  const { want, calls } = setting();

  want();

  expect(calls()).toBe(1);
});

it('calls once for all that comes while it rests, when the rest is over', () => {
  const { want, calls } = setting();
  want();

  want();
  want();

  expect(calls()).toBe(1);
  jest.advanceTimersByTime(200);
  expect(calls()).toBe(2);
});

it('rests after a late call, too', () => {
  const { want, calls } = setting();
  want();
  want();
  jest.advanceTimersByTime(200);

  want();

  expect(calls()).toBe(2);
  jest.advanceTimersByTime(200);
  expect(calls()).toBe(3);
});

it('does not call when nothing came, and at once after a quiet time', () => {
  const { want, calls } = setting();
  want();

  jest.advanceTimersByTime(1000);

  expect(calls()).toBe(1);
  want();
  expect(calls()).toBe(2);
});
