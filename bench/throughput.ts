import { type Bench, median } from './figures';
import { type Ground, goLive, openGround, type Shape, shapes } from './ground';

const rounds = 3;
const runsPerRound = 100;
const atOnce = 50;

export const throughput: Bench = {
  summary: `runs a minute from start to end, ${atOnce} at a time, alternating with the floor and with the same commands empty`,
  bars: [
    { key: 'ratioToSameCommands', atLeast: 0.85 },
    { key: 'ratioToFloor', atLeast: 0.6 },
  ],
  async run() {
    const ground = await openGround();
    const stop = await ground.startWorkers();
    for (const shape of shapes) await rate(ground, shape, atOnce);
    const rates: Record<Shape, number[]> = { publication: [], sameCommands: [], floor: [] };
    for (let round = 0; round < rounds; round += 1) {
      for (const shape of shapes) rates[shape].push(await rate(ground, shape, runsPerRound));
    }
    await stop();
    await ground.close();
    const { publication, sameCommands, floor } = rates;
    const against = (other: readonly number[]): number =>
      median(publication.map((value, index) => value / (other[index] ?? Number.NaN)));
    return {
      publicationsPerMinute: median(publication),
      sameCommandsPerMinute: median(sameCommands),
      floorPerMinute: median(floor),
      ratioToSameCommands: against(sameCommands),
      ratioToFloor: against(floor),
    };
  },
};

/** Completed runs a minute. */
async function rate(ground: Ground, shape: Shape, runs: number): Promise<number> {
  const began = performance.now();
  let left = runs;
  const lane = async (): Promise<void> => {
    while (left-- > 0) await goLive(await ground.parked(shape));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return (runs / (performance.now() - began)) * 60_000;
}
