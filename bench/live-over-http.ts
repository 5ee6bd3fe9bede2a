import { setTimeout as pause } from 'node:timers/promises';
import { workflowIdOf } from '../src/domain/offer/ids';
import { atSignOff } from '../test/support/course';
import { openRealSystem, type RealSystem } from '../test/support/real-system';
import { until } from '../test/support/until';
import { inWorkshop } from '../test/support/workshop';
import { type Bench, median, percentile } from './figures';
import { type Ground, goLive, openGround } from './ground';
import { goLiveOverApi } from './live-over-api';
import { makeTestStack } from './whole-system';

const samples = 40;
const warmUps = 3;
/** Who asks without a pause takes the processors from what is waited for. */
const betweenLooksMs = 5;

export const liveOverHttp: Bench = {
  summary: 'a whole system: go-live sent over HTTP until its status reads "live" over HTTP, beyond the floor',
  bars: [{ key: 'beyondFloorMs', atMost: 30 }],
  async run() {
    const ground = await openGround();
    await makeTestStack(ground.stack);
    const stop = await ground.startWorkers();
    const times = { http: [] as number[], floor: [] as number[] };
    await inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      const [api] = await Promise.all([system.startApi(), system.startWorker()]);
      for (let sample = -warmUps; sample < samples; sample += 1) {
        const overHttp = await goLiveOverHttp(system, api.url);
        const floor = await goLiveOnFloor(ground);
        if (sample < 0) continue;
        times.http.push(overHttp);
        times.floor.push(floor);
      }
    });
    await stop();
    await ground.close();
    return {
      goLiveToStatusMs: median(times.http),
      goLiveToStatusP99Ms: percentile(times.http, 0.99),
      floorSignalToEndMs: median(times.floor),
      beyondFloorMs: median(times.http) - median(times.floor),
    };
  },
};

/** The same offer again and again: after the first time its image, replicas and package are found. */
async function goLiveOverHttp(system: RealSystem, api: string): Promise<number> {
  await system.untilLogged(await system.publish(), atSignOff);
  await untilNothingElse(system);
  const began = performance.now();
  const { status } = await goLiveOverApi(system, api);
  while ((await status()).status !== 'succeeded') await pause(betweenLooksMs);
  const took = performance.now() - began;
  // The last mail; until it is sent the offer cannot be published again.
  await system.client.result(system.offer);
  return took;
}

/**
 * Nobody goes live in the very moment in which the preview opens: the mails about it are written and sent then, which takes
 * the same processors.
 */
async function untilNothingElse({ temporal, offer }: RealSystem): Promise<void> {
  await until('the run only waits', async () => {
    const { raw } = await temporal.workflow.getHandle(workflowIdOf(offer)).describe();
    return !raw.pendingActivities?.length && !raw.pendingWorkflowTask;
  });
}

async function goLiveOnFloor(ground: Ground): Promise<number> {
  const handle = await ground.parked('floor');
  const began = performance.now();
  await goLive(handle);
  return performance.now() - began;
}
