import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection, type WorkflowHandle, WorkflowNotFoundError } from '@temporalio/client';
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
  /**
   * Runs a worker with these activities until `work` is done and the run has worked on what it knows; `abruptly`: or is in the
   * middle of it.
   */
  readonly withWorker: <T>(
    activities: ControlActivities & DataActivities,
    work: () => Promise<T>,
    end?: 'abruptly',
  ) => Promise<T>;
  readonly close: () => Promise<void>;
};

/**
 * An offer and task queues of the caller's own on the test run's real Temporal server. A message waits for its answer as long
 * as a busy machine may need: "not answered yet" is what a test asks for with fewer milliseconds.
 */
export async function publicationBench(answerWithinMs = 120_000): Promise<PublicationBench> {
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
    async withWorker(activities, work, end) {
      const shared = {
        connection: native,
        activities,
        // An activity hears of its cancellation with its next heartbeat that is really sent.
        maxHeartbeatThrottleInterval: 100,
        defaultHeartbeatThrottleInterval: 100,
        // Activities wait at gates that a failed test never opens.
        shutdownForceTime: 60_000,
      };
      const control = await Worker.create({
        ...shared,
        dataConverter: { payloadConverterPath },
        // A worker that is replaced is not waited for; a busy one has its time.
        stickyQueueScheduleToStartTimeout: 2000,
        taskQueue,
        workflowBundle: { codePath },
      });
      const data = await Worker.create({ ...shared, taskQueue: dataQueueBeside(taskQueue) });
      const wholeWork = async (): Promise<Awaited<ReturnType<typeof work>>> => {
        const result = await work();
        if (end !== 'abruptly') await untilIdle(temporal.workflow.getHandle(workflowIdOf(offer)));
        return result;
      };
      const worked = Promise.allSettled([wholeWork()]);
      const [stopped] = await Promise.allSettled([control.runUntil(data.runUntil(worked))]);
      const [done] = await worked;
      // What a test found comes first; that an activity behind its gate kept the worker from ending only follows from it.
      const failures = [done, stopped].flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
      if (failures.length > 1) throw new AggregateError(failures, failures.map(String).join('; '));
      if (done.status === 'rejected' || stopped.status === 'rejected') throw failures[0];
      return done.value;
    },
    async close() {
      await connection.close();
      await native.close();
    },
  };
}

/**
 * A worker that goes in the middle of a workflow task is missed only after that task's timeout, and its local activities' own
 * timeouts would then find nobody to tell: both cost the next worker ten seconds. A run that there is not is idle, and so is
 * one that was terminated, which names the task it left behind for ever.
 */
async function untilIdle(handle: WorkflowHandle): Promise<void> {
  const isAtWork = async (): Promise<boolean> => {
    const run = await handle.describe().catch(unlessGone);
    return run?.status.name === 'RUNNING' && Boolean(run.raw.pendingWorkflowTask);
  };
  while (await isAtWork()) await pause(20);
}

function unlessGone(error: unknown): undefined {
  if (!(error instanceof WorkflowNotFoundError)) throw error;
}
