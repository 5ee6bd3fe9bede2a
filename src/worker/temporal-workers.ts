import { type NativeConnection, Worker } from '@temporalio/worker';
import type { Config } from '../config';
import { controlQueue, dataQueueBeside } from '../domain/publication/queues';
import type { Composition } from './compose';
import { publicationInLogs } from './publication-in-logs';
import { payloadConverterPath, prebuiltWorkflowBundle } from './workflow-bundle';

type WorkersAsked = Pick<
  Config,
  'WORKER_ROLE' | 'BUNDLE_FOLDER' | 'MAX_CACHED_WORKFLOWS' | 'MAX_CONCURRENT_COPIES'
>;

type Shared = {
  readonly connection: NativeConnection;
  readonly namespace: string | undefined;
  readonly parts: Pick<Composition, 'control' | 'data'>;
};

/** The workers of this process's role; none of them runs yet. */
export async function createWorkers(
  config: WorkersAsked,
  { connection, namespace, parts }: Shared,
): Promise<Worker[]> {
  const shared = {
    connection,
    ...(namespace === undefined ? {} : { namespace }),
    dataConverter: { payloadConverterPath },
    interceptors: { activity: [publicationInLogs] },
    // What ends by then ends; then copies are canceled, write their journals, and the process ends.
    shutdownGraceTime: 20_000,
    maxHeartbeatThrottleInterval: heartbeatEveryMs,
  };
  const control = async (): Promise<Worker> =>
    Worker.create({
      ...shared,
      taskQueue: controlQueue,
      workflowBundle: { codePath: await prebuiltWorkflowBundle(config.BUNDLE_FOLDER) },
      activities: parts.control,
      maxCachedWorkflows: config.MAX_CACHED_WORKFLOWS,
    });
  const data = (): Promise<Worker> =>
    Worker.create({
      ...shared,
      taskQueue: dataQueueBeside(controlQueue),
      activities: parts.data,
      maxConcurrentActivityTaskExecutions: config.MAX_CONCURRENT_COPIES,
    });
  switch (config.WORKER_ROLE) {
    case 'control':
      return [await control()];
    case 'data':
      return [await data()];
    case 'all':
      return Promise.all([control(), data()]);
  }
}

/**
 * How often, at most, heartbeats are really sent, and so how late an activity may hear that it is canceled. By itself the
 * SDK sends one each 0.8 of the heartbeat timeout, every 48 s for a copy, which wrote that much longer to a region nobody
 * wants. Each is a billable Action on Temporal Cloud: a copy of 24 hours costs 8,640 instead of 1,800; at 5 s it were 17,280.
 */
const heartbeatEveryMs = 10_000;
