import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';
import { payloadConverterPath, prebuiltWorkflowBundle } from '../src/worker/workflow-bundle';
import { startStack } from '../test/support/start-stack';
import { type Bench, median } from './figures';
import { bundle } from './ground';

const rounds = 7;

export const start: Bench = {
  summary:
    'from creating a worker with the prebuilt bundle until the server has its poll, against the floor, and the size of the bundle',
  bars: [
    { key: 'toPollingMs', atMost: 1000 },
    { key: 'bundleCodeMegabytes', atMost: 0.75 },
  ],
  async run() {
    Runtime.install({ logger: new DefaultLogger('ERROR') });
    const folder = await mkdtemp(join(tmpdir(), 'offer-publication-bench-'));
    const bundling = performance.now();
    const codePath = await prebuiltWorkflowBundle(folder);
    const bundlingMs = performance.now() - bundling;
    const floorPath = await bundle({ workflowsPath: require.resolve('./workflows/floor') });
    const stack = await startStack((line) => process.stderr.write(`${line}\n`));
    const address = stack.addresses.temporalAddress;
    const server = await Connection.connect({ address });
    const connection = await NativeConnection.connect({ address });
    const workers = {
      ours: { connection, workflowBundle: { codePath }, dataConverter: { payloadConverterPath } },
      floor: { connection, workflowBundle: { codePath: floorPath } },
    };
    const times: Record<keyof typeof workers, number[]> = { ours: [], floor: [] };
    for (let round = -1; round < rounds; round += 1) {
      for (const which of ['ours', 'floor'] as const) {
        const took = await toPolling(server, workers[which]);
        if (round >= 0) times[which].push(took);
      }
    }
    await server.close();
    await connection.close();
    await stack.stop();
    const text = await readFile(codePath, 'utf8');
    const code = text.length - (text.match(/\/\/# sourceMappingURL=.*/)?.[0].length ?? 0);
    return {
      bundlingMs,
      toPollingMs: median(times.ours),
      floorToPollingMs: median(times.floor),
      ratioToPolling: median(times.ours) / median(times.floor),
      bundleMegabytes: statSync(codePath).size / 1024 / 1024,
      bundleCodeMegabytes: code / 1024 / 1024,
    };
  },
};

/** Milliseconds until the server says that this worker polls for workflow tasks. */
async function toPolling(server: Connection, options: Omit<WorkerOptions, 'taskQueue'>): Promise<number> {
  const name = `publication-bench-${randomUUID()}`;
  const asked = {
    namespace: 'default',
    taskQueue: { name },
    taskQueueType: temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW,
  };
  const isPolled = async (): Promise<boolean> =>
    Boolean((await server.workflowService.describeTaskQueue(asked)).pollers?.length);
  const began = performance.now();
  const worker = await Worker.create({ ...options, taskQueue: name });
  return worker.runUntil(async () => {
    while (!(await isPolled())) await pause(2);
    return performance.now() - began;
  });
}
