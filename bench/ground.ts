import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import {
  bundleWorkflowCode,
  type BundleOptions,
  DefaultLogger,
  NativeConnection,
  Runtime,
} from '@temporalio/worker';
import { writeFile } from 'node:fs/promises';
import { workflowIdOf } from '../src/domain/offer/ids';
import { payloadConverterPath } from '../src/worker/workflow-bundle';
import { openAnnouncements } from './announcements';
import { startStack, type StartedStack } from '../test/support/start-stack';
import { startWorkerProcess, type WorkerProcess } from './start-worker-process';
import { runWorkers, type WorkersAsked } from './workers';

/** The three shapes that are held against each other in one run, on the same server and worker. */
export const shapes = ['publication', 'sameCommands', 'floor'] as const;
export type Shape = (typeof shapes)[number];

export type Ground = {
  readonly temporal: Client;
  readonly stack: StartedStack;
  /** Starts one run of a shape; resolves when it waits for go-live. */
  readonly parked: (shape: Shape) => Promise<WorkflowHandle>;
  readonly startWorkers: (options?: { readonly maxCachedWorkflows?: number }) => Promise<() => Promise<void>>;
  /** The same in a process of its own, as they are deployed. */
  readonly startWorkerProcess: (options: Pick<WorkersAsked, 'maxCachedWorkflows'>) => Promise<WorkerProcess>;
  readonly close: () => Promise<void>;
};

/** A real server of its own, a bundle with all shapes, and activities with empty bodies. */
export async function openGround(): Promise<Ground> {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const stack = await startStack((line) => process.stderr.write(`${line}\n`));
  const address = stack.addresses.temporalAddress;
  const connection = await Connection.connect({ address });
  const native = await NativeConnection.connect({ address });
  const temporal = new Client({ connection });
  const codePath = await bundle({ workflowsPath: require.resolve('./workflows'), payloadConverterPath });
  const announcements = openAnnouncements();
  const taskQueue = `publication-bench-${randomUUID().slice(0, 8)}`;
  return {
    temporal,
    stack,
    parked: (shape) => announcements.parked(() => begin(temporal, shape, taskQueue)),
    startWorkers: ({ maxCachedWorkflows = 500 } = {}) =>
      runWorkers(
        { connection: native, announce: announcements.announce },
        { taskQueue, codePath, maxCachedWorkflows },
      ),
    startWorkerProcess: (options) =>
      startWorkerProcess(address, { taskQueue, codePath, ...options }, announcements.isWaiting),
    async close() {
      await connection.close();
      await native.close();
      await stack.stop();
    },
  };
}

async function begin(temporal: Client, shape: Shape, taskQueue: string): Promise<WorkflowHandle> {
  const offer = { publisherId: 'contoso', offerId: `vm-${randomUUID().slice(0, 13)}` };
  return temporal.workflow.start(shape, {
    workflowId: workflowIdOf(offer),
    taskQueue,
    args: [{ ...offer, notificationEmails: ['ann@contoso.com'] }],
  });
}

/** Says go live, to whichever shape this is. */
export async function goLive(handle: WorkflowHandle): Promise<void> {
  await handle.signal('goLive', { requestId: randomUUID(), actor: 'bench' });
  await handle.result();
}

/** Answers the file. */
export async function bundle(
  of: Pick<BundleOptions, 'workflowsPath' | 'payloadConverterPath'>,
): Promise<string> {
  const { code } = await bundleWorkflowCode({ ...of, logger: new DefaultLogger('ERROR') });
  const path = join(tmpdir(), `offer-publication-bench-${process.pid}.js`);
  await writeFile(path, code);
  return path;
}
