import { randomUUID } from 'node:crypto';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { controlQueue, dataQueueBeside } from '../../src/domain/publication/queues';
import { payloadConverterPath } from '../../src/worker/workflow-bundle';
import { fakePublicationActivities } from '../fakes/fake-publication-activities';
import { testStack } from '../support/stack';
import { until } from '../support/until';

Runtime.install({ logger: new DefaultLogger('ERROR') });

export type OwnNamespace = {
  /** What leads any Temporal client or CLI here. */
  readonly environment: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
};

/**
 * A namespace of the test's own on the shared server, with a worker of the real workflow on the real task queues: whatever
 * a document tells its reader to type works here letter by letter.
 */
export async function ownNamespace(): Promise<OwnNamespace> {
  const address = testStack().temporalAddress;
  const namespace = `docs-${randomUUID().slice(0, 8)}`;
  await register(address, namespace);
  const connection = await NativeConnection.connect({ address });
  const { activities } = fakePublicationActivities();
  const shared = { connection, namespace, activities, dataConverter: { payloadConverterPath } };
  const codePath = testStack().workflowBundlePath();
  const workers = [
    await Worker.create({ ...shared, taskQueue: controlQueue, workflowBundle: { codePath } }),
    await Worker.create({ ...shared, taskQueue: dataQueueBeside(controlQueue) }),
  ];
  const running = Promise.all(workers.map((worker) => worker.run()));
  return {
    environment: { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace },
    async close() {
      for (const worker of workers) worker.shutdown();
      await running;
      await connection.close();
    },
  };
}

const searchAttributes = ['PublisherId', 'OfferId', 'OfferType', 'PublicationStatus'];

async function register(address: string, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address });
  try {
    await connection.workflowService.registerNamespace({
      namespace,
      workflowExecutionRetentionPeriod: msToTs('1 day'),
    });
    const keyword = temporal.api.enums.v1.IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
    const add = () =>
      connection.operatorService.addSearchAttributes({
        namespace,
        searchAttributes: Object.fromEntries(searchAttributes.map((name) => [name, keyword])),
      });
    await untilKnown(add);
    await untilKnown(() => connection.workflowService.describeNamespace({ namespace }));
    const query = searchAttributes.map((name) => `${name} = 'none'`).join(' and ');
    await untilKnown(() => connection.workflowService.countWorkflowExecutions({ namespace, query }));
  } finally {
    await connection.close();
  }
}

/** A server learns of its own new namespaces a moment later. */
async function untilKnown(call: () => Promise<unknown>): Promise<void> {
  await until('the server knows the namespace', () => call().then(() => true), 120_000);
}
