import { type Bench, median } from './figures';
import { type Ground, goLive, openGround, type Shape } from './ground';

const samples = 60;

export const latency: Bench = {
  summary: 'one run at a time: go-live signal to the end of the run, against the floor',
  bars: [{ key: 'ratioSignalToLive', atMost: 1.5 }],
  async run() {
    const ground = await openGround();
    const stop = await ground.startWorkers();
    const times: Record<'publication' | 'floor', number[]> = { publication: [], floor: [] };
    for (let sample = -5; sample < samples; sample += 1) {
      for (const shape of ['publication', 'floor'] as const) {
        const took = await signalToEnd(ground, shape);
        if (sample >= 0) times[shape].push(took);
      }
    }
    await stop();
    await ground.close();
    return {
      publicationSignalToLiveMs: median(times.publication),
      floorSignalToEndMs: median(times.floor),
      ratioSignalToLive: median(times.publication) / median(times.floor),
    };
  },
};

async function signalToEnd(ground: Ground, shape: Shape): Promise<number> {
  const handle = await ground.parked(shape);
  const began = performance.now();
  await goLive(handle);
  return performance.now() - began;
}
