import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { Client } from 'pg';
import { workflowIdOf } from '../src/domain/offer/ids';
import { atSignOff } from '../test/support/course';
import { openRealSystem, type RealSystem } from '../test/support/real-system';
import type { Workshop } from '../test/support/workshop';
import { type Figures, median, percentile } from './figures';
import { goLiveOverApi } from './live-over-api';

const samples = 30;
const warmUps = 3;

/**
 * From go-live over HTTP to the event that says `ended` at a watcher, the status read over HTTP once after it. The floor
 * is the same publication without the API: the bare signal, then its row read in PostgreSQL until it says so.
 */
export async function liveOverSse(workshop: Workshop): Promise<Figures> {
  const system = await openRealSystem(workshop);
  const [api] = await Promise.all([system.startApi(), system.startWorker()]);
  const ends = await watchEnds(workshop, api.url, system.keys.apiToken);
  const database = new Client({ connectionString: system.databaseUrl });
  await database.connect();
  workshop.atEnd(() => database.end());
  const times = { event: [] as number[], status: [] as number[], floor: [] as number[] };
  for (let sample = -warmUps; sample < samples; sample += 1) {
    const told = await goLiveToStatus(system, api.url, ends);
    const bare = await signalToRow(system, database);
    if (sample < 0) continue;
    times.event.push(told.event);
    times.status.push(told.status);
    times.floor.push(bare);
  }
  return {
    goLiveToEventP50Ms: median(times.event),
    goLiveToEventP99Ms: percentile(times.event, 0.99),
    goLiveToStatusOverSseP50Ms: median(times.status),
    goLiveToStatusOverSseP99Ms: percentile(times.status, 0.99),
    signalToRowFloorP50Ms: median(times.floor),
    signalToRowFloorP99Ms: percentile(times.floor, 0.99),
    ratioGoLiveToStatus: median(times.status) / median(times.floor),
  };
}

/** Tells when the end of a publication arrives. */
type Ends = { readonly of: (publicationId: string) => Promise<number> };

async function watchEnds(workshop: Workshop, url: string, token: string): Promise<Ends> {
  const waiting = new Map<string, (at: number) => void>();
  await new Promise<void>((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}` };
    const asked = get(`${url}/api/events`, { headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part;
        if (text.includes('retry:')) resolve();
        const blocks = text.split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          if (!block.includes('"offer-publication.publication.ended"')) continue;
          const publicationId = /"publicationId":"([^"]+)"/.exec(block)?.[1] ?? '';
          waiting.get(publicationId)?.(performance.now());
        }
      });
    });
    asked.on('error', reject);
    workshop.atEnd(async () => void asked.destroy());
  });
  return { of: (publicationId) => new Promise((resolve) => waiting.set(publicationId, resolve)) };
}

type Told = { readonly event: number; readonly status: number };

async function goLiveToStatus(system: RealSystem, api: string, ends: Ends): Promise<Told> {
  const publicationId = await parked(system);
  const end = ends.of(publicationId);
  const began = performance.now();
  const live = await goLiveOverApi(system, api);
  const event = (await end) - began;
  const { status } = await live.status();
  const read = performance.now() - began;
  if (status !== 'succeeded') throw new Error(`The event was told, and the status read ${status}.`);
  await system.client.result(system.offer);
  return { event, status: read };
}

async function signalToRow(system: RealSystem, database: Client): Promise<number> {
  const publicationId = await parked(system);
  const handle = system.temporal.workflow.getHandle(workflowIdOf(system.offer));
  const read = "select status->>'status' as status from publication where publication_id = $1";
  const began = performance.now();
  await handle.signal('goLive', { requestId: randomUUID(), actor: 'bench' });
  for (;;) {
    const { rows } = await database.query<{ status: string }>(read, [publicationId]);
    if (rows[0]?.status === 'succeeded') break;
  }
  const took = performance.now() - began;
  await system.client.result(system.offer);
  return took;
}

/** The same offer again and again: after the first time its image, replicas and package are found. */
async function parked(system: RealSystem): Promise<string> {
  const publicationId = await system.publish();
  await system.untilLogged(publicationId, atSignOff);
  return publicationId;
}
