import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection, Runtime, DefaultLogger, Worker } from '@temporalio/worker';
import { createPublicationClient } from '../../src/client';
import { testStack } from '../support/stack';
import { until } from '../support/until';

Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined) });

it('finds a run whose workflow task fails again and again, and none that ended', async () => {
  const address = testStack().temporalAddress;
  const [connection, native] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  const temporal = new Client({ connection });
  const name = randomUUID();
  const worker = await Worker.create({
    connection: native,
    taskQueue: name,
    workflowsPath: require.resolve('./throwing-workflow'),
  });
  const client = createPublicationClient(temporal);
  const mine = async () => (await client.stuckRuns()).filter(({ workflowId }) => workflowId === name);

  await worker.runUntil(async () => {
    const run = await temporal.workflow.start('publication', { taskQueue: name, workflowId: name });
    const found = await until('the run is reported', async () => {
      const runs = await mine();
      // On a busy server its first task may time out before.
      return runs.some(({ cause }) => cause !== 'WorkflowTaskTimedOut') && runs;
    });
    expect(found).toEqual([{ workflowId: name, cause: 'WorkflowWorkerUnhandledFailure' }]);
    await run.terminate();
    await until('the run is not reported any more', async () => (await mine()).length === 0);
  });
  await Promise.all([connection.close(), native.close()]);
});
