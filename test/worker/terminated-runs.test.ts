import { ApplicationFailure } from '@temporalio/common';
import type { PublicationRecord } from '../../src/services/ports';
import { closeTerminatedRuns, type TerminatedRoles } from '../../src/worker/terminated-runs';
import { publicationAt } from '../support/publication-at';

const status = publicationAt('signOff');
const record = (offerId: string, change: Partial<PublicationRecord> = {}): PublicationRecord => ({
  publicationId: `publication-${offerId}`,
  publisherId: 'contoso',
  offerId,
  runId: `run-${offerId}`,
  status: { ...status, offerId, publicationId: `publication-${offerId}` },
  ...change,
});
const closed = (open: PublicationRecord): PublicationRecord => ({
  ...open,
  runId: `terminated.${open.runId}`,
  status: { ...open.status, status: 'canceled', outcome: 'canceled', endedAt: '2026-11-20T12:00:00.000Z' },
});

const live = (open: PublicationRecord): PublicationRecord => ({
  ...closed(open),
  status: { ...closed(open).status, status: 'succeeded', outcome: 'live' },
});

/** A log with these publications to look at; `terminated` are offers whose run is gone. */
function setUp(
  due: readonly PublicationRecord[],
  terminated: readonly string[],
  { close = closed, now = due }: Partial<Changes> = {},
) {
  const done: string[] = [];
  const problems = new Map<string, Error>();
  const stop = new AbortController();
  const doing = (what: string): void => {
    done.push(what);
    const problem = problems.get(what);
    if (problem !== undefined) throw problem;
  };
  const roles: TerminatedRoles = {
    publications: {
      takeForCheck: async (limit) => due.slice(0, limit),
      closeTerminated: async ({ publicationId }) => {
        const open = due.find((each) => each.publicationId === publicationId);
        return open === undefined || problems.has('somebody else writes') ? undefined : close(open);
      },
      find: async (publicationId) => now.find((each) => each.publicationId === publicationId),
      markTidy: async ({ publicationId, runId }) => doing(`tidy ${publicationId} ${runId}`),
    },
    runs: {
      isTerminated: async ({ offerId }) => {
        doing(`ask ${offerId}`);
        return terminated.includes(offerId);
      },
    },
    takeBack: async ({ publicationId }) => doing(`take back ${publicationId}`),
    sendMail: async ({ offerId, event, emails }) => doing(`mail ${offerId} ${event} ${emails.join()}`),
    pause: async (milliseconds) => done.push(`pause ${milliseconds}`),
  };
  return { done, problems, stop, run: () => closeTerminatedRuns(roles, stop.signal) };
}

type Changes = {
  readonly close: (open: PublicationRecord) => PublicationRecord;
  /** How the log stands when what was taken gets its turn. */
  readonly now: readonly PublicationRecord[];
};

it('leaves publications alone whose run is still there', async () => {
  const { done, run } = setUp([record('a'), record('b')], []);

  await run();

  expect(done).toEqual(['ask a', 'pause 200', 'ask b', 'pause 200']);
});

it('closes the publication of a terminated run, takes back what it put up and tells its publisher', async () => {
  const { done, run } = setUp([record('a'), record('b')], ['b']);

  await run();

  expect(done.slice(2)).toEqual([
    'ask b',
    'pause 200',
    'take back publication-b',
    'mail b canceled ann@contoso.com',
    'tidy publication-b terminated.run-b',
  ]);
});

it('leaves a publication alone that ended by itself between the taking and the look', async () => {
  const live = {
    ...status,
    status: 'succeeded',
    outcome: 'live',
    endedAt: '2026-11-20T12:00:00.000Z',
  } as const;
  const { done, run } = setUp([record('a', { status: live })], ['a']);

  await run();

  expect(done).toEqual([]);
});

it('leaves a publication alone that another run writes by now', async () => {
  const { done, problems, run } = setUp([record('a')], ['a']);
  problems.set('somebody else writes', new Error());

  await run();

  expect(done).toEqual(['ask a', 'pause 200']);
});

it('goes on tidying what was closed before, without asking again', async () => {
  const { done, run } = setUp([closed(record('a'))], []);

  await run();

  expect(done).toEqual([
    'take back publication-a',
    'mail a canceled ann@contoso.com',
    'tidy publication-a terminated.run-a',
  ]);
});

it('takes nothing back of what went live, and tells its publisher so', async () => {
  const { done, run } = setUp([record('a')], ['a'], { close: live });

  await run();

  expect(done.slice(2)).toEqual(['mail a live ann@contoso.com', 'tidy publication-a terminated.run-a']);
});

it('takes nothing back of a publication that goes on since it was taken', async () => {
  const reset = record('a', { runId: 'reset-run' });
  const { done, run } = setUp([closed(record('a'))], [], { now: [reset] });

  await run();

  expect(done).toEqual([]);
});

it('tidies up what a successor has closed, and mails nobody about it', async () => {
  const { done, run } = setUp([{ ...closed(record('a')), runId: 'closed-by.newer' }], []);

  await run();

  expect(done).toEqual(['take back publication-a', 'tidy publication-a closed-by.newer']);
});

it.each(['take back publication-a', 'mail a canceled ann@contoso.com'])(
  'does not call it tidy when "%s" failed, and goes on with the others',
  async (what) => {
    const { done, problems, run } = setUp([record('a'), record('b')], ['a', 'b']);
    problems.set(what, new Error('away'));

    await expect(run()).rejects.toThrow('left something behind');

    expect(done).not.toContain('tidy publication-a terminated.run-a');
    expect(done).toContain('tidy publication-b terminated.run-b');
  },
);

it('does not wait for a mailbox that does not exist', async () => {
  const { done, problems, run } = setUp([record('a')], ['a']);
  problems.set('mail a canceled ann@contoso.com', ApplicationFailure.nonRetryable('550'));

  await run();

  expect(done).toContain('tidy publication-a terminated.run-a');
});

it('asks at most 200 at a time, and stops between two when the worker stops', async () => {
  const { done, stop, run } = setUp(
    Array.from({ length: 300 }, (_, index) => record(String(index))),
    [],
  );
  await run();
  const asked = done.filter((what) => what.startsWith('ask')).length;
  stop.abort();

  await run();

  expect([asked, done.length]).toEqual([200, 400]);
});
