import { openHealth } from '../../src/worker/health';

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

const fine = async (): Promise<void> => undefined;
const refuses = (why: string) => (): Promise<void> => Promise.reject(new Error(why));

/** What a worker process whose dependencies answer so says of itself. */
async function readiness(checks: Readonly<Record<string, () => Promise<void>>>) {
  const health = await openHealth({ host: '127.0.0.1', port: 0, workers: [], instance: undefined, checks });
  close = health.close;
  const answer = await fetch(`${health.url}/readyz`);
  return { status: answer.status, body: await answer.json() };
}

it('is ready when everything answers', async () => {
  expect(await readiness({ database: fine, staging: fine, 'region eastus': fine })).toEqual({
    status: 200,
    body: {
      ok: true,
      degraded: [],
      checks: { database: 'ok', staging: 'ok', 'region eastus': 'ok' },
    },
  });
});

it('stays ready without storage, which only some steps wait for, and names it', async () => {
  const checks = { database: fine, staging: refuses('no route'), 'region eastus': refuses('503 ServerBusy') };

  expect(await readiness(checks)).toEqual({
    status: 200,
    body: {
      ok: true,
      degraded: ['staging', 'region eastus'],
      checks: { database: 'ok', staging: 'no route', 'region eastus': '503 ServerBusy' },
    },
  });
});

it('is not ready without the database', async () => {
  expect(await readiness({ database: refuses('connection refused'), staging: fine })).toEqual({
    status: 503,
    body: { ok: false, degraded: [], checks: { database: 'connection refused', staging: 'ok' } },
  });
});

it('is not kept waiting by a region that never answers', async () => {
  const checks = { database: fine, 'region eastus': () => new Promise<never>(() => undefined) };

  expect(await readiness(checks)).toMatchObject({
    status: 200,
    body: { degraded: ['region eastus'], checks: { 'region eastus': 'no answer within 3 s' } },
  });
});
