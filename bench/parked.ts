import type { WorkflowHandle } from '@temporalio/client';
import type { Bench } from './figures';
import { type Ground, goLive, openGround, type Shape } from './ground';
import { settledMegabytes } from './memory';
import type { WorkerProcess } from './start-worker-process';

const few = 1000;
const many = 10_000;
const lanes = 50;
const maxCachedWorkflows = 300;

export const parked: Bench = {
  summary: `memory of a worker's process with ${few} and ${many} publications waiting for go-live, and the first go-live after a cold start, against the floor`,
  bars: [
    { key: 'ratioMemory', atMost: 1.15 },
    { key: 'firstGoLiveAfterColdStartMs', atMost: 5000 },
  ],
  async run() {
    const ground = await openGround();
    const floors = await park(ground, 'floor');
    const publications = await park(ground, 'publication');
    // Ours comes first: what a process does but once is held against us.
    const firstGoLiveAfterColdStartMs = await coldGoLive(ground, publications.first);
    const floorFirstGoLiveAfterColdStartMs = await coldGoLive(ground, floors.first);
    await ground.close();
    return {
      memoryFewMegabytes: publications.memoryFew,
      memoryManyMegabytes: publications.memoryMany,
      ratioMemory: publications.memoryMany / publications.memoryFew,
      floorMemoryFewMegabytes: floors.memoryFew,
      floorMemoryManyMegabytes: floors.memoryMany,
      floorRatioMemory: floors.memoryMany / floors.memoryFew,
      firstGoLiveAfterColdStartMs,
      floorFirstGoLiveAfterColdStartMs,
      ratioFirstGoLive: firstGoLiveAfterColdStartMs / floorFirstGoLiveAfterColdStartMs,
    };
  },
};

/** From nothing but parked runs to the end of one of them. */
async function coldGoLive(ground: Ground, handle: WorkflowHandle): Promise<number> {
  const began = performance.now();
  const stop = await ground.startWorkers({ maxCachedWorkflows });
  await goLive(handle);
  const took = performance.now() - began;
  await stop();
  return took;
}

type Parked = { readonly first: WorkflowHandle; readonly memoryFew: number; readonly memoryMany: number };

/** The worker's process does nothing else: what starts and awaits the runs is here. */
async function park(ground: Ground, shape: Shape): Promise<Parked> {
  const worker = await ground.startWorkerProcess({ maxCachedWorkflows });
  return Promise.race([worker.lost, measured(ground, shape, worker)]);
}

async function measured(ground: Ground, shape: Shape, worker: WorkerProcess): Promise<Parked> {
  const first = await ground.parked(shape);
  await parkUpTo(ground, shape, { from: 1, count: few });
  const memoryFew = await settledMegabytes(worker.pid);
  await parkUpTo(ground, shape, { from: few, count: many });
  const memoryMany = await settledMegabytes(worker.pid);
  await worker.stop();
  return { first, memoryFew, memoryMany };
}

async function parkUpTo(
  ground: Ground,
  shape: Shape,
  { from, count }: { readonly from: number; readonly count: number },
): Promise<void> {
  let begun = from;
  const lane = async (): Promise<void> => {
    while (begun < count) {
      begun += 1;
      if (begun % 500 === 0) process.stderr.write(`${shape}: ${begun} of ${many}\n`);
      await ground.parked(shape);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
