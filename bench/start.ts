import { statSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { NativeConnection } from '@temporalio/worker';
import { payloadConverterPath, prebuiltWorkflowBundle } from '../src/worker/workflow-bundle';
import { startStack } from '../test/support/start-stack';
import { type Bench, median } from './figures';

const rounds = 7;

export const start: Bench = {
  summary: 'from creating a worker with the prebuilt bundle to its first poll, and the size of the bundle',
  bars: [
    { key: 'toPollingMs', atMost: 1000 },
    { key: 'bundleCodeMegabytes', atMost: 0.75 },
  ],
  async run() {
    const folder = await mkdtemp(join(tmpdir(), 'offer-publication-bench-'));
    const bundling = performance.now();
    const codePath = await prebuiltWorkflowBundle(folder);
    const bundlingMs = performance.now() - bundling;
    const stack = await startStack((line) => process.stderr.write(`${line}\n`));
    const connection = await NativeConnection.connect({ address: stack.addresses.temporalAddress });
    const times: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      const worker = await Worker.create({
        connection,
        taskQueue: 'publication-bench-start',
        workflowBundle: { codePath },
        dataConverter: { payloadConverterPath },
      });
      await worker.runUntil(async () => {
        times.push(performance.now() - began);
      });
    }
    await connection.close();
    await stack.stop();
    const text = await readFile(codePath, 'utf8');
    const code = text.length - (text.match(/\/\/# sourceMappingURL=.*/)?.[0].length ?? 0);
    return {
      bundlingMs,
      toPollingMs: median(times),
      bundleMegabytes: statSync(codePath).size / 1024 / 1024,
      bundleCodeMegabytes: code / 1024 / 1024,
    };
  },
};
