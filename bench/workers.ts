import { type NativeConnection, Worker } from '@temporalio/worker';
import type { MailInput } from '../src/activities/contract';
import { dataQueueBeside } from '../src/domain/publication/queues';
import { payloadConverterPath } from '../src/worker/workflow-bundle';
import { fakePublicationActivities } from '../test/fakes/fake-publication-activities';

export type WorkersAsked = {
  readonly taskQueue: string;
  readonly codePath: string;
  readonly maxCachedWorkflows: number;
};

type Surroundings = {
  readonly connection: NativeConnection;
  /** Activity: this run is about to wait. */
  readonly announce: () => Promise<void>;
};

/** Runs workers of both queues whose activities have empty bodies; answers how to stop them. */
export async function runWorkers(
  { connection, announce }: Surroundings,
  { taskQueue, codePath, maxCachedWorkflows }: WorkersAsked,
): Promise<() => Promise<void>> {
  const { activities: publication } = fakePublicationActivities();
  const activities = {
    ...publication,
    nothing,
    recordProgress: nothing,
    announce,
    sendMail: ({ event }: MailInput) => (event === 'previewReady' ? announce() : nothing()),
  };
  const shared = { connection, activities, dataConverter: { payloadConverterPath } };
  const workers = [
    await Worker.create({ ...shared, taskQueue, workflowBundle: { codePath }, maxCachedWorkflows }),
    await Worker.create({ connection, activities, taskQueue: dataQueueBeside(taskQueue) }),
  ];
  const running = Promise.all(workers.map((worker) => worker.run()));
  return async () => {
    for (const worker of workers) worker.shutdown();
    await running;
  };
}

const nothing = (): Promise<void> => Promise.resolve();
