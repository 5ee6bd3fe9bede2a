import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { keepJournal } from '../../../src/activities/replication/journal-keeper';
import type { PageRange } from '../../../src/domain/replication/page-ranges';

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
});
afterEach(() => {
  jest.useRealTimers();
});

const chunk = (number: number): PageRange => ({ start: number * 1024, end: (number + 1) * 1024 });
const turn = () => new Promise((resolve) => setImmediate(resolve));

function arrange(answers: readonly (boolean | Error)[] = []) {
  const saved: (readonly PageRange[])[] = [];
  const left = [...answers];
  let superseded = 0;
  const keeper = keepJournal({
    journal: [],
    data: [{ start: 0, end: 64 * 1024 }],
    journalEvery: 4 * 1024,
    save: async (journal) => {
      saved.push(journal);
      const answer = left.shift() ?? true;
      if (answer instanceof Error) throw answer;
      return answer;
    },
    onSuperseded: () => (superseded += 1),
  });
  return { keeper, saved, superseded: () => superseded };
}

const inActivity = (story: () => Promise<void>): Promise<void> =>
  new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') }).run(story);

it('saves after so many bytes, and the rest when it is flushed', async () => {
  const { keeper, saved } = arrange();

  for (let number = 0; number < 6; number += 1) keeper.finished(chunk(number));
  await keeper.flush();
  await keeper.flush();

  expect(saved).toEqual([[{ start: 0, end: 4096 }], [{ start: 0, end: 6144 }]]);
});

it('saves after two seconds, however slow the copy is', async () => {
  const { keeper, saved } = arrange();
  keeper.finished(chunk(0));
  expect(saved).toEqual([]);

  jest.advanceTimersByTime(2_000);
  keeper.finished(chunk(1));

  expect(saved).toEqual([[{ start: 0, end: 2048 }]]);
});

it('goes on after a save that failed, and makes up for it', async () => {
  const { keeper, saved } = arrange([new Error('away')]);

  await inActivity(async () => {
    for (let number = 0; number < 4; number += 1) keeper.finished(chunk(number));
    await turn();
    await keeper.flush();
  });

  expect(saved).toEqual([[{ start: 0, end: 4096 }], [{ start: 0, end: 4096 }]]);
});

it('says when a newer attempt has taken over', async () => {
  const { keeper, superseded } = arrange([false]);

  keeper.finished(chunk(0));
  await keeper.flush();

  expect(superseded()).toBe(1);
});
