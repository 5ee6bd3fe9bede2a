import type { WorkflowHandle } from '@temporalio/client';
import type { Bench } from './figures';
import { type Ground, goLive, openGround } from './ground';

const few = 1000;
const many = 10_000;
const lanes = 50;

export const parked: Bench = {
  summary: `worker memory with ${few} and ${many} publications waiting for go-live, and the first go-live after a cold start, against the floor`,
  bars: [
    { key: 'ratioMemory', atMost: 1.15 },
    { key: 'firstGoLiveAfterColdStartMs', atMost: 5000 },
  ],
  async run() {
    const ground = await openGround();
    const stop = await ground.startWorkers({ maxCachedWorkflows: 300 });
    const handles = await park(ground, few);
    const memoryFew = residentMegabytes();
    handles.push(...(await park(ground, many - few)));
    const memoryMany = residentMegabytes();
    const floor = await ground.parked('floor');
    await stop();
    // Ours comes first: what a process does but once is held against us.
    const firstGoLiveAfterColdStartMs = await coldGoLive(ground, handles[0] as WorkflowHandle);
    const floorFirstGoLiveAfterColdStartMs = await coldGoLive(ground, floor);
    await ground.close();
    return {
      memoryFewMegabytes: memoryFew,
      memoryManyMegabytes: memoryMany,
      ratioMemory: memoryMany / memoryFew,
      firstGoLiveAfterColdStartMs,
      floorFirstGoLiveAfterColdStartMs,
      ratioFirstGoLive: firstGoLiveAfterColdStartMs / floorFirstGoLiveAfterColdStartMs,
    };
  },
};

/** From nothing but parked runs to the end of one of them. */
async function coldGoLive(ground: Ground, handle: WorkflowHandle): Promise<number> {
  const began = performance.now();
  const stop = await ground.startWorkers({ maxCachedWorkflows: 300 });
  await goLive(handle);
  const took = performance.now() - began;
  await stop();
  return took;
}

async function park(ground: Ground, count: number): Promise<WorkflowHandle[]> {
  const handles: WorkflowHandle[] = [];
  let left = count;
  const lane = async (): Promise<void> => {
    while (left-- > 0) {
      handles.push(await ground.parked('publication'));
      if (handles.length % 500 === 0) process.stderr.write(`parked ${handles.length} of ${count}\n`);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return handles;
}

/** This process is the worker and the driver; the driver's part is the same in both figures. */
function residentMegabytes(): number {
  return process.memoryUsage().rss / 1024 / 1024;
}
