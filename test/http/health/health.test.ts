import type { HealthAnswer, ReadyAnswer } from '../../../src/http/health/health-schema';
import { offerPath, temporalInOrder, testApp, testSettings } from '../../support/test-app';
import { bearing, tokenFor } from '../../support/test-token';

describe('health', () => {
  it('lives without asking anybody', async () => {
    const { app, catalogue } = testApp();
    catalogue.away = 'the database is gone';

    const answer = await app.request('/livez');

    expect(answer.status).toBe(200);
  });

  it('tells the name it was given, so that whoever started it knows it', async () => {
    const named = testApp({ settings: { ...testSettings, instanceId: 'start-1' } });

    const answers = [await named.app.request('/livez'), await testApp().app.request('/livez')];

    expect(await Promise.all(answers.map((answer) => answer.json()))).toEqual([
      { ok: true, instance: 'start-1' },
      { ok: true },
    ]);
  });

  it('is ready when all it talks to answers, each named', async () => {
    const { app } = testApp();

    const answer = await app.request('/readyz');

    expect(answer.status).toBe(200);
    const { ok, degraded, checks } = (await answer.json()) as ReadyAnswer;
    expect([ok, degraded]).toEqual([true, []]);
    expect(checks.map(({ name }) => name)).toEqual([
      'temporal',
      'database',
      'staging',
      'region westeurope',
      'region eastus',
      'mail',
    ]);
  });

  it('names exactly what is away, why, and what to do; without secrets', async () => {
    const { app, catalogue, regions } = testApp();
    catalogue.away = 'connect ECONNREFUSED postgres://offers:hunter2@db:5432';
    if (regions[1] !== undefined) regions[1].away = 'https://eastus.example/c?sv=1&sig=hunter2 answered 403';

    const answer = await app.request('/readyz');

    expect(answer.status).toBe(503);
    const text = await answer.text();
    const { ok, degraded, checks } = JSON.parse(text) as ReadyAnswer;
    expect([ok, degraded]).toEqual([false, ['region eastus']]);
    expect(checks.filter((check) => !check.ok)).toMatchObject([
      {
        name: 'database',
        why: expect.stringContaining('ECONNREFUSED'),
        fix: expect.stringContaining('DATABASE_URL'),
      },
      { name: 'region eastus', why: expect.stringContaining('403'), fix: expect.stringContaining('REGIONS') },
    ]);
    expect(text).not.toContain('hunter2');
  });

  it('stays ready without what only some requests need, and names it', async () => {
    const test = testApp({
      temporal: { ...temporalInOrder, ping: () => Promise.reject(new Error('14 UNAVAILABLE')) },
    });
    test.mail.away = 'connect ECONNREFUSED 127.0.0.1:1025';
    for (const store of [test.staging, ...test.regions]) store.away = 'no route to host';

    const answer = await test.app.request('/readyz');

    expect(answer.status).toBe(200);
    const { ok, degraded, checks } = (await answer.json()) as ReadyAnswer;
    expect([ok, degraded]).toEqual([
      true,
      ['temporal', 'staging', 'region westeurope', 'region eastus', 'mail'],
    ]);
    expect(checks.filter((check) => check.ok).map(({ name }) => name)).toEqual(['database']);
  });

  it('asks everything once for all who ask within two seconds', async () => {
    jest.useFakeTimers();
    let rounds = 0;
    const { app } = testApp({
      temporal: { ...temporalInOrder, ping: async () => void (rounds += 1) },
    });
    const askOften = () => Promise.all(Array.from({ length: 20 }, async () => app.request('/readyz')));

    await askOften();
    await jest.advanceTimersByTimeAsync(1999);
    await askOften();
    const within = rounds;
    await jest.advanceTimersByTimeAsync(1);
    await askOften();
    jest.useRealTimers();

    expect([within, rounds]).toEqual([1, 2]);
  });

  it('is not kept waiting by something that never answers', async () => {
    jest.useFakeTimers();
    const { app } = testApp({
      temporal: { ...temporalInOrder, ping: () => new Promise<never>(() => undefined) },
    });

    const asked = app.request('/readyz');
    await jest.advanceTimersByTimeAsync(3000);
    const answer = await asked;
    jest.useRealTimers();

    const { degraded, checks } = (await answer.json()) as ReadyAnswer;
    expect(degraded).toEqual(['temporal']);
    expect(checks.find(({ name }) => name === 'temporal')?.why).toBe('no answer within 3 s');
  });

  it('lets the doctor look deeper, but only for who holds the token', async () => {
    const { app, api } = testApp({
      temporal: { ...temporalInOrder, pollers: async () => 0 },
    });

    const strangers = await app.request('/doctor');
    const answer = await api('GET', '/doctor');

    expect(strangers.status).toBe(401);
    const { ok, checks } = (await answer.json()) as HealthAnswer;
    expect(ok).toBe(false);
    expect(checks.filter((check) => !check.ok).map(({ name }) => name)).toEqual([
      'worker for publication',
      'worker for images',
    ]);
    expect(checks.map(({ name }) => name)).toContain('write to eastus');
  });

  it.each([
    [1, 'publication.contoso.offer-1 (NonDeterministicError)'],
    [4, 'publication.contoso.offer-3 (NonDeterministicError), and more'],
  ])('lets the doctor name publications that cannot go on: %i of them', async (count, named) => {
    const stuck = Array.from({ length: count }, (_, index) => ({
      workflowId: `publication.contoso.offer-${index + 1}`,
      cause: 'NonDeterministicError',
    }));
    const stuckRuns = async (most: number) => stuck.slice(0, most);
    const { api } = testApp({ temporal: { ...temporalInOrder, stuckRuns } });

    const { checks } = (await (await api('GET', '/doctor')).json()) as HealthAnswer;

    const [found, ...others] = checks.filter((check) => !check.ok);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      name: 'publications go on',
      why: expect.stringMatching(/again and again: /),
    });
    expect(found?.why?.endsWith(named)).toBe(true);
    expect(found?.fix).toContain('docs/OPERATIONS.md');
  });

  it('leaves nothing behind in a storage it wrote to', async () => {
    const { api, regions, staging } = testApp();

    await api('GET', '/doctor');

    for (const store of [staging, ...regions]) expect(store.blobs.size).toBe(0);
  });
});

it('examines the installation for operators only: its answers name what it is made of', async () => {
  const test = testApp();
  const owner = await tokenFor(test, 'Owner');

  const answer = await test.app.request('/doctor', { headers: bearing(owner) });

  expect(answer.status).toBe(403);
  expect(await answer.text()).not.toContain('westeurope');
});

describe('our own faults', () => {
  it('tell the caller nothing of our inside, and the log everything but the query', async () => {
    const { api, browse, catalogue, logged } = testApp();
    catalogue.away = 'password of postgres://offers:hunter2@db is wrong';

    const answers = [
      await api('GET', `${offerPath}?token=hunter3`),
      await browse('/publishers/contoso/offers/linux-vm/status'),
    ];

    for (const answer of answers) {
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toContain('hunter');
    }
    expect(logged).toHaveLength(2);
    expect(JSON.stringify(logged)).not.toContain('hunter3');
  });

  it('answer an unknown address in the language of who asks: JSON below /api, a page elsewhere', async () => {
    const { api, app } = testApp();

    const forPrograms = await api('GET', '/api/nowhere');
    const forPeople = await app.request('/nowhere', { headers: { 'Accept-Language': 'es-ES,es;q=0.9' } });

    expect(forPrograms.status).toBe(404);
    expect(await forPrograms.json()).toMatchObject({ code: 'NotFound', status: 404 });
    expect(forPeople.status).toBe(404);
    expect(await forPeople.text()).toContain('<html lang="es">');
  });
});
