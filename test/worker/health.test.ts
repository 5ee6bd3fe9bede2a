import { readinessProbes } from '../../src/probes';
import { openHealth } from '../../src/worker/health';

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

type Ping = () => Promise<void>;
type Name = 'temporal' | 'database' | 'staging' | 'region eastus' | 'mail';

const fine: Ping = async () => undefined;
const refuses =
  (why: string): Ping =>
  () =>
    Promise.reject(new Error(why));
const allFine = { temporal: 'ok', database: 'ok', staging: 'ok', 'region eastus': 'ok', mail: 'ok' };

/** What a worker process says of itself, whose surroundings answer so. */
async function readiness(pings: Partial<Record<Name, Ping>> = {}) {
  const pinged = (name: Name) => ({ ping: pings[name] ?? fine });
  const probes = readinessProbes({
    temporal: pinged('temporal'),
    catalogue: pinged('database'),
    staging: pinged('staging'),
    regions: [{ name: 'eastus', ...pinged('region eastus') }],
    mail: pinged('mail'),
  });
  const health = await openHealth({ host: '127.0.0.1', port: 0, workers: [], instance: undefined, probes });
  close = health.close;
  const ask = async () => {
    const answer = await fetch(`${health.url}/readyz`);
    return { status: answer.status, body: await answer.json() };
  };
  return { ...(await ask()), ask };
}

it('is ready when everything answers', async () => {
  expect(await readiness()).toMatchObject({ status: 200, body: { ok: true, degraded: [], checks: allFine } });
});

it('stays ready without what only some steps wait for, and names it, with no secret', async () => {
  const away = {
    temporal: refuses('14 UNAVAILABLE'),
    staging: refuses('https://staging.example/c?sig=hunter2 answered 403'),
    'region eastus': refuses('503 ServerBusy'),
    mail: refuses('connect ECONNREFUSED'),
  };

  const { status, body } = await readiness(away);

  expect({ status, body }).toEqual({
    status: 200,
    body: {
      ok: true,
      degraded: ['temporal', 'staging', 'region eastus', 'mail'],
      checks: {
        temporal: '14 UNAVAILABLE',
        database: 'ok',
        staging: 'https://staging.example/c answered 403',
        'region eastus': '503 ServerBusy',
        mail: 'connect ECONNREFUSED',
      },
    },
  });
});

it('is not ready without the database', async () => {
  expect(await readiness({ database: refuses('connection refused') })).toMatchObject({
    status: 503,
    body: { ok: false, degraded: [], checks: { ...allFine, database: 'connection refused' } },
  });
});

it('asks everything once, however many ask at once', async () => {
  let rounds = 0;
  const { ask } = await readiness({ mail: async () => void (rounds += 1) });
  await Promise.all([ask(), ask(), ask()]);

  expect(rounds).toBeLessThan(4);
});

it('is not kept waiting by a region that never answers', async () => {
  const away = { 'region eastus': () => new Promise<never>(() => undefined) };

  expect(await readiness(away)).toMatchObject({
    status: 200,
    body: { degraded: ['region eastus'], checks: { 'region eastus': 'no answer within 3 s' } },
  });
});
