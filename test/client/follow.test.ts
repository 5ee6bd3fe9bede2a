import { ServiceError, type WorkflowHandle, WorkflowNotFoundError } from '@temporalio/client';
import { statusOf, watch } from '../../src/client/follow';
import { StatusUnansweredError } from '../../src/client/status-unanswered';
import type { PublicationStatus } from '../../src/domain/publication/status';
import type { publication } from '../../src/workflows/publication';

/** As gRPC throws it, wrapped as the SDK does. */
const fault = (code: number, details: string): ServiceError =>
  new ServiceError('Failed to query Workflow', {
    cause: Object.assign(new Error(details), { code, details, metadata: {} }),
  });

const timedOut = fault(4, 'query timed out before a worker could process it');
const noPoller = fault(9, 'no poller seen for task queue recently, worker may be down');
const taskFails = fault(9, 'Unable to query workflow due to Workflow Task in failed state.');
const gone = new WorkflowNotFoundError('gone', 'publication.contoso.linux-vm', undefined);

const working = { status: 'running', endedAt: null } as PublicationStatus;
const live = { status: 'succeeded', endedAt: '2026-11-22T00:00:00Z' } as PublicationStatus;

/** A run that answers so, one after the other, and whose history is longer at each look. */
function runThat(...answers: readonly (PublicationStatus | Error)[]) {
  const left = [...answers];
  let historyLength = 0;
  const describe = (): Promise<unknown> => Promise.resolve({ historyLength: (historyLength += 1) });
  const query = (): Promise<unknown> => {
    const next = left.shift();
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
  const handle = { workflowId: 'publication.contoso.linux-vm', query, describe } as unknown;
  return { handle: handle as WorkflowHandle<typeof publication>, left };
}

async function seen(answers: readonly (PublicationStatus | Error)[]): Promise<readonly PublicationStatus[]> {
  const statuses: PublicationStatus[] = [];
  for await (const status of watch(runThat(...answers).handle, 0)) statuses.push(status);
  return statuses;
}

it.each([
  [timedOut, 'noAnswer', 'no worker answered in time'],
  [noPoller, 'noAnswer', 'no worker answered in time'],
  [fault(14, 'nobody listens'), 'noAnswer', 'no worker answered in time'],
  [taskFails, 'runFails', 'its workflow task fails in every worker'],
])('says which publication did not tell its status, and why: %s', async (error, why, words) => {
  const asked = statusOf(runThat(error).handle);

  const thrown: unknown = await asked.catch((reason: unknown) => reason);

  expect(thrown).toBeInstanceOf(StatusUnansweredError);
  expect(thrown).toMatchObject({ name: 'StatusUnansweredError', why, cause: error.cause });
  expect((thrown as Error).message).toContain(
    `publication.contoso.linux-vm did not tell its status: ${words}`,
  );
});

it('has no status where there is no run', async () => {
  expect(await statusOf(runThat(gone).handle)).toBeUndefined();
});

it('throws as it is what asking again would only repeat', async () => {
  const forbidden = fault(7, 'not yours');

  await expect(statusOf(runThat(forbidden).handle)).rejects.toBe(forbidden);
});

it('watches on while workers are replaced', async () => {
  const told = await seen([working, ...Array<Error>(3).fill(timedOut), working, timedOut, live]);

  expect(told).toEqual([working, live]);
});

it('stops watching when nobody answers four times in a row', async () => {
  const { handle, left } = runThat(working, ...Array<Error>(5).fill(timedOut), live);
  const watching = watch(handle, 0);
  await watching.next();

  await expect(watching.next()).rejects.toThrow(StatusUnansweredError);
  expect(left).toHaveLength(2);
});

it.each([taskFails, fault(7, 'not yours')])(
  'stops watching at once at what does not pass: %s',
  async (error) => {
    const { handle, left } = runThat(error, live);

    await expect(watch(handle, 0).next()).rejects.toBeInstanceOf(Error);
    expect(left).toHaveLength(1);
  },
);

it('asks no run whose history has not grown, and watches on when it has', async () => {
  const { handle, left } = runThat(working, live);
  const lengths = [7, 7, 7, 7, 9];
  const asked: number[] = [];
  handle.describe = (() => {
    asked.push(left.length);
    return Promise.resolve({ historyLength: lengths.shift() });
  }) as typeof handle.describe;

  const told: PublicationStatus[] = [];
  for await (const status of watch(handle, 0)) told.push(status);

  expect(told).toEqual([working, live]);
  // How many answers were left at each look: the second one was taken at the last look alone.
  expect(asked).toEqual([2, 1, 1, 1, 1]);
});

it('waits while the server itself is away, and ends where the run is gone', async () => {
  const { handle } = runThat(working);
  const described = [{ historyLength: 7 }, timedOut, timedOut, gone];
  handle.describe = (() => {
    const next = described.shift();
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  }) as typeof handle.describe;

  const told: PublicationStatus[] = [];
  for await (const status of watch(handle, 0)) told.push(status);

  expect({ told, left: described.length }).toEqual({ told: [working], left: 0 });
});
