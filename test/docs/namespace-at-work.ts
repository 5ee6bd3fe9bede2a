import type { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { controlQueue, dataQueueBeside } from '../../src/domain/publication/queues';
import { payloadConverterPath } from '../../src/worker/workflow-bundle';
import { type FakeOverrides, fakePublicationActivities } from '../fakes/fake-publication-activities';
import { testStack } from '../support/stack';
import { ownNamespace } from '../support/temporal-namespace';

Runtime.install({ logger: new DefaultLogger('ERROR') });

export type NamespaceAtWork = {
  /** What leads any Temporal client or CLI here. */
  readonly environment: Readonly<Record<string, string>>;
  readonly temporal: Client;
  readonly close: () => Promise<void>;
};

/**
 * A namespace of the test's own on the shared server, with a worker of the real workflow on the real task queues: whatever
 * a document tells its reader to type works here letter by letter.
 */
export async function namespaceAtWork(overrides: FakeOverrides = {}): Promise<NamespaceAtWork> {
  const address = testStack().temporalAddress;
  const { namespace, temporal, close } = await ownNamespace(address);
  const connection = await NativeConnection.connect({ address });
  const { activities } = fakePublicationActivities(overrides);
  const shared = { connection, namespace, activities, dataConverter: { payloadConverterPath } };
  const codePath = testStack().workflowBundlePath();
  const workers = [
    await Worker.create({ ...shared, taskQueue: controlQueue, workflowBundle: { codePath } }),
    await Worker.create({ ...shared, taskQueue: dataQueueBeside(controlQueue) }),
  ];
  const running = Promise.all(workers.map((worker) => worker.run()));
  return {
    temporal,
    environment: { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace },
    async close() {
      for (const worker of workers) worker.shutdown();
      await running;
      await connection.close();
      await close();
    },
  };
}
