import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { get } from 'node:http';
import { join } from 'node:path';
import { Client } from 'pg';
import { digestOf, newSecretToken } from '../src/http/tokens/secret-token';
import type { Catalogue } from '../src/services/ports';
import { actor, draft, offer } from '../test/services/catalogue/sample';
import { builtProgram } from '../test/support/built-product';
import { openSystemParts, type SystemParts } from '../test/support/system-parts';
import type { Workshop } from '../test/support/workshop';
import { type Bench, type Figures, median, percentile } from './figures';
import { settledMegabytes } from './memory';
import { onWholeSystem } from './whole-system';

const watcherCount = 500;
/** As many as one may have. */
const watchersOfToken = 100;
const samples = 100;
const warmUps = 10;

export const sse: Bench = {
  summary: `${watcherCount} watchers of one API process: memory for each, and how long an event takes to reach them`,
  bars: [],
  run: () => onWholeSystem(measure),
};

async function measure(workshop: Workshop): Promise<Figures> {
  const parts = await openSystemParts(workshop, {});
  const api = await startApi(parts, workshop);
  const alone = await openWatchers(parts, api, 1);
  const one = await delays(parts, alone);
  const memoryBefore = await settledMegabytes(api.process.pid);
  const all = await openWatchers(parts, api, watcherCount);
  const memoryAfter = await settledMegabytes(api.process.pid);
  const many = await delays(parts, all);
  const floor = await notifyDelays(parts.databaseUrl);
  return {
    watchers: watcherCount,
    apiMegabytesBefore: memoryBefore,
    apiMegabytesWithWatchers: memoryAfter,
    kilobytesPerWatcher: ((memoryAfter - memoryBefore) * 1024) / watcherCount,
    oneWatcherP50Ms: median(one.flat()),
    oneWatcherP99Ms: percentile(one.flat(), 0.99),
    anyWatcherP50Ms: median(many.flat()),
    anyWatcherP99Ms: percentile(many.flat(), 0.99),
    lastWatcherP50Ms: median(many.map((each) => Math.max(...each))),
    lastWatcherP99Ms: percentile(
      many.map((each) => Math.max(...each)),
      0.99,
    ),
    notifyFloorP50Ms: median(floor),
    notifyFloorP99Ms: percentile(floor, 0.99),
  };
}

type Api = { readonly process: ChildProcess; readonly url: string };

async function startApi({ environment }: SystemParts, workshop: Workshop): Promise<Api> {
  const child = spawn(process.execPath, [await builtProgram('http/main.js')], {
    cwd: join(__dirname, '..'),
    env: { ...process.env, ...environment, API_PORT: '0', RATE_LIMIT: '1000000' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  workshop.atEnd(async () => void child.kill());
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString();
      const found = /"address":"([^"]+)"/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', () => reject(new Error('The API did not start.')));
  });
  return { process: child, url };
}

/** Told of each event that arrives, by its ETag; the parser is as small as can be, because it runs in this process. */
type WatcherPool = { arrived: (etag: string) => void; readonly size: number };

async function openWatchers({ catalogue }: SystemParts, { url }: Api, count: number): Promise<WatcherPool> {
  const pool: WatcherPool = { arrived: () => undefined, size: count };
  const tokens = await Promise.all(
    Array.from({ length: Math.ceil(count / watchersOfToken) }, () => tokenOf(catalogue)),
  );
  await Promise.all(
    Array.from(
      { length: count },
      (_, index) =>
        new Promise<void>((resolve, reject) => {
          const asked = get(
            `${url}/api/events`,
            { headers: { authorization: `Bearer ${tokens[Math.floor(index / watchersOfToken)]}` } },
            (answer) => {
              answer.setEncoding('utf8').on('data', (text: string) => {
                if (text.includes('retry:')) resolve();
                const etag = /"etag":"(?:\\"|[^"])*"/.exec(text)?.[0];
                if (etag !== undefined) pool.arrived(etag);
              });
            },
          );
          asked.on('error', reject);
        }),
    ),
  );
  return pool;
}

async function tokenOf({ tokens }: Catalogue): Promise<string> {
  const secret = newSecretToken();
  const wanted = { publisherId: null, name: randomUUID(), role: 'Reviewer', expiresAt: null } as const;
  const made = await tokens.create({ ...wanted, digest: digestOf(secret) }, actor);
  if (made.kind !== 'created') throw new Error(made.kind);
  return secret;
}

/** For each event, how many milliseconds after its commit each watcher had it. */
async function delays(
  { catalogue }: SystemParts,
  pool: WatcherPool,
): Promise<readonly (readonly number[])[]> {
  const taken: (readonly number[])[] = [];
  for (let sample = -warmUps; sample < samples; sample += 1) {
    const arrivals: number[] = [];
    const allArrived = new Promise<void>((resolve) => {
      pool.arrived = () => {
        arrivals.push(performance.now());
        if (arrivals.length === pool.size) resolve();
      };
    });
    await catalogue.offers.saveDraft(offer, draft({ salt: randomUUID() }), { actor });
    const committed = performance.now();
    await allArrived;
    if (sample >= 0) taken.push(arrivals.map((at) => Math.max(at - committed, 0)));
  }
  pool.arrived = () => undefined;
  return taken;
}

/** What PostgreSQL alone takes to be told something and tell it to one listener. */
async function notifyDelays(databaseUrl: string): Promise<readonly number[]> {
  const [listener, writer] = [1, 2].map(() => new Client({ connectionString: databaseUrl }));
  if (listener === undefined || writer === undefined) throw new Error('there are two');
  await Promise.all([listener.connect(), writer.connect()]);
  await listener.query('listen bench');
  const taken: number[] = [];
  for (let sample = -warmUps; sample < samples; sample += 1) {
    const heard = new Promise<number>((resolve) => {
      listener.once('notification', () => resolve(performance.now()));
    });
    const began = performance.now();
    await writer.query('notify bench');
    const at = await heard;
    if (sample >= 0) taken.push(at - began);
  }
  await Promise.all([listener.end(), writer.end()]);
  return taken;
}
