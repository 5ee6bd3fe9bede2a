import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { ControlActivities, DataActivities } from '../../src/activities/contract';
import { dataQueueBeside } from '../../src/domain/publication/queues';
import { createPublicationClient, type PublicationClient } from '../../src/client';
import { type OfferKey, workflowIdOf } from '../../src/domain/offer/ids';
import type { publication } from '../../src/workflows/publication';
import { payloadConverterPath, prebuiltWorkflowBundle } from '../../src/worker/workflow-bundle';
import { testStack } from './stack';

// Faults are provoked on purpose here; what the worker says about them would bury the tests' own words.
Runtime.install({ logger: new DefaultLogger('ERROR') });

export type PublicationBench = {
  readonly temporal: Client;
  readonly client: PublicationClient;
  readonly offer: OfferKey;
  readonly taskQueue: string;
  readonly handle: () => WorkflowHandle<typeof publication>;
  /** Runs a worker with these activities until `work` is done. */
  readonly withWorker: <T>(
    activities: ControlActivities & DataActivities,
    work: () => Promise<T>,
  ) => Promise<T>;
  readonly close: () => Promise<void>;
};

/** An offer and task queues of the caller's own on the test run's real Temporal server. */
export async function publicationBench(answerWithinMs = 5000): Promise<PublicationBench> {
  const address = testStack().temporalAddress;
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const temporal = new Client({ connection });
  const unique = randomUUID().slice(0, 8);
  const offer = { publisherId: 'contoso', offerId: `linux-vm-${unique}` };
  const taskQueue = `publication-${unique}`;
  const codePath = await prebuiltWorkflowBundle(
    join(tmpdir(), `offer-publication-bundles-${process.getuid?.()}`),
  );
  return {
    temporal,
    client: createPublicationClient(temporal, { taskQueue, answerWithinMs }),
    offer,
    taskQueue,
    handle: () => temporal.workflow.getHandle<typeof publication>(workflowIdOf(offer)),
    async withWorker(activities, work) {
      const shared = {
        connection: native,
        activities,
        dataConverter: { payloadConverterPath },
      };
      const control = await Worker.create({
        ...shared,
        // A worker that is replaced is not waited for.
        stickyQueueScheduleToStartTimeout: 300,
        taskQueue,
        workflowBundle: { codePath },
      });
      const data = await Worker.create({
        connection: native,
        activities,
        taskQueue: dataQueueBeside(taskQueue),
      });
      return control.runUntil(data.runUntil(work()));
    },
    async close() {
      await connection.close();
      await native.close();
    },
  };
}
