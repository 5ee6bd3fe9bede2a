import {
  ApplicationFailure,
  type Client,
  ServiceError,
  type WorkflowHandle,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ask } from '../../src/client/ask';
import type { publication } from '../../src/workflows/publication';

type Fault = () => Promise<never>;

/** As gRPC throws it, wrapped as the SDK does. */
const refused = (code: number, details: string): ServiceError =>
  new ServiceError('Workflow Update failed', {
    cause: Object.assign(new Error(details), { code, details, metadata: {} }),
  });

const throwing =
  (error: Error): Fault =>
  () =>
    Promise.reject(error);

/** A run that stores every signal unless told otherwise, and answers updates and queries with a fault. */
async function askRun({
  signal = () => Promise.resolve(),
  executeUpdate,
  query = throwing(new Error('nobody asks')),
}: {
  readonly signal?: () => Promise<void>;
  readonly executeUpdate: () => Promise<unknown>;
  readonly query?: Fault;
}): Promise<unknown> {
  const temporal = { withDeadline: (_: number, work: Fault) => work() } as unknown as Client;
  const handle = { signal, executeUpdate, query } as unknown as WorkflowHandle<typeof publication>;
  const message = { requestId: 'r1' };
  return ask(temporal, { handle, name: 'goLive', message, answerWithinMs: 1000 });
}

it.each([
  ['the call was ended', 1],
  ['the server does not know why', 2],
  ['the time is up', 4],
  ['there are too many requests', 8],
  ['the shard has moved', 10],
  ['the connection broke', 13],
  ['nobody listens', 14],
])('calls a stored message pending when %s', async (details, code) => {
  const answer = await askRun({ executeUpdate: throwing(refused(code, details)) });

  expect(answer).toEqual({ kind: 'pending', requestId: 'r1', why: 'noAnswer' });
});

it('says so when the run itself keeps failing', async () => {
  const details = 'Unable to perform workflow execution update due to Workflow Task in failed state.';

  const answer = await askRun({ executeUpdate: throwing(refused(9, details)) });

  expect(answer).toEqual({ kind: 'pending', requestId: 'r1', why: 'runFails' });
});

it.each([
  ['a wrong request', 3],
  ['a missing permission', 7],
  ['another precondition', 9],
  ['an unknown method', 12],
  ['wrong credentials', 16],
])('throws what asking again would only repeat: %s', async (details, code) => {
  const fault = refused(code, details);

  await expect(askRun({ executeUpdate: throwing(fault) })).rejects.toBe(fault);
});

it('throws a fault of our own, which no server caused', async () => {
  const fault = new TypeError('x is not a function');

  await expect(askRun({ executeUpdate: throwing(fault) })).rejects.toBe(fault);
});

it('calls a message pending that was stored before the run closed and the server went away', async () => {
  const answer = await askRun({
    executeUpdate: throwing(new WorkflowNotFoundError('closed', 'publication.contoso.linux-vm', undefined)),
    query: throwing(refused(14, 'nobody listens')),
  });

  expect(answer).toEqual({ kind: 'pending', requestId: 'r1', why: 'noAnswer' });
});

it('throws when the message could not be stored', async () => {
  const fault = refused(14, 'nobody listens');

  const asked = askRun({ signal: throwing(fault), executeUpdate: throwing(new Error('not reached')) });

  await expect(asked).rejects.toBe(fault);
});

describe('a message that is refused before its signal has come', () => {
  const tooEarly = {
    kind: 'refused',
    code: 'wrongState',
    message: { code: 'message.wrongState', params: {} },
  };
  const taken = { kind: 'accepted', message: { code: 'goLive.accepted', params: {} } };
  const refusal = () =>
    Promise.reject(
      new WorkflowUpdateFailedError('refused', ApplicationFailure.nonRetryable('no', 'wrongState', tooEarly)),
    );

  it('is answered as its signal was, which stands', async () => {
    const answers = [refusal, () => Promise.resolve(taken)];

    const answer = await askRun({ executeUpdate: () => answers.shift()?.() ?? refusal() });

    expect(answer).toEqual({ ...taken, requestId: 'r1' });
    expect(answers).toEqual([]);
  });

  it('is refused when its signal is, too', async () => {
    expect(await askRun({ executeUpdate: refusal })).toEqual({ ...tooEarly, requestId: 'r1' });
  });

  it('is pending when nobody says what became of the signal', async () => {
    const answers = [refusal, throwing(refused(14, 'nobody listens'))];

    const answer = await askRun({ executeUpdate: () => answers.shift()?.() ?? refusal() });

    expect(answer).toEqual({ kind: 'pending', requestId: 'r1', why: 'noAnswer' });
  });
});
