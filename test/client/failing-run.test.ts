import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { randomUUID } from 'node:crypto';
import { createPublicationClient } from '../../src/client';
import { workflowIdOf } from '../../src/domain/offer/ids';
import { testStack } from '../support/stack';
import { until } from '../support/until';

it('says of a run that fails in every worker that an operator has to look, and keeps the message', async () => {
  const address = testStack().temporalAddress;
  const [connection, native] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  const taskQueue = `failing-${randomUUID()}`;
  const worker = await Worker.create({
    connection: native,
    taskQueue,
    workflowsPath: require.resolve('./failing-run'),
  });
  const temporal = new Client({ connection });
  const client = createPublicationClient(temporal, { taskQueue, answerWithinMs: 120_000 });
  const offer = { publisherId: 'contoso', offerId: `failing-${randomUUID().slice(0, 8)}` };
  const handle = temporal.workflow.getHandle(workflowIdOf(offer));

  await worker.runUntil(async () => {
    await client.publish(offer);
    // A message gives the run a first try again, so it is sent only when the run has failed for a while.
    await until('the run has failed more than twice', async () => {
      const { raw } = await handle.describe();
      return (raw.pendingWorkflowTask?.attempt ?? 0) >= 3;
    });

    const answer = await client.goLive(offer, { actor: 'ann', requestId: 'r1' });

    expect(answer).toEqual({ kind: 'pending', requestId: 'r1', why: 'runFails' });
    await until('the message stands in the history', async () => {
      const { events } = await handle.fetchHistory();
      return events?.some((event) => event.workflowExecutionSignaledEventAttributes?.signalName === 'goLive');
    });
  });

  await handle.terminate('the test is over');
  await Promise.all([connection.close(), native.close()]);
});
