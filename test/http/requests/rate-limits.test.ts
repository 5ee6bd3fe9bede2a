import { createRateLimits } from '../../../src/http/requests/rate-limits';
import { listedOffer } from '../../support/listed-offer';
import { apiToken, offerPath, testApp } from '../../support/test-app';
import { bearing, tokenFor } from '../../support/test-token';

const tight = { limits: createRateLimits({ requests: 3, failures: 2 }) };
const cpp = `${offerPath}?api-version=2017-10-31`;

it('stops one token that asks too often, in the form of the address, and no other', async () => {
  const test = testApp({ limits: createRateLimits({ requests: 3, failures: 2 }) });
  const [busy, calm] = [await tokenFor(test, 'Owner', { name: 'busy' }), await tokenFor(test, 'Owner')];
  const ask = (path: string, token = busy): Promise<Response> =>
    Promise.resolve(test.app.request(path, { headers: bearing(token) }));

  const first = await Promise.all([ask('/api/me'), ask('/api/me'), ask('/api/me')]);
  const [own, cpps, page, others] = [
    await ask('/api/me'),
    await ask(cpp),
    await ask('/'),
    await ask('/api/me', calm),
  ];

  expect(first.map(({ status }) => status)).toEqual([200, 200, 200]);
  for (const answer of [own, cpps, page]) {
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(Number(answer.headers.get('Retry-After'))).toBeLessThanOrEqual(60);
  }
  expect(await own.json()).toMatchObject({ status: 429, code: 'TooManyRequests' });
  expect(await cpps.json()).toMatchObject({ error: { code: 'TooManyRequests' } });
  expect(await page.text()).toContain('<h1>Too many requests</h1>');
  expect(others.status).toBe(200);
});

it('does nothing for a request that was one too many', async () => {
  const test = testApp({ limits: createRateLimits({ requests: 1, failures: 2 }) });
  await test.api('GET', '/api/me');

  const answer = await test.api('PUT', cpp, listedOffer());

  expect(answer.status).toBe(429);
  expect(test.catalogue.drafts.size).toBe(0);
});

it('counts wrong tokens by address, and lets a good one from there pass', async () => {
  const test = testApp(tight);
  const guess = (): Promise<Response> =>
    Promise.resolve(test.app.request('/api/me', { headers: { Authorization: 'Bearer guess' } }));

  const statuses = [(await guess()).status, (await guess()).status, (await guess()).status];
  const good = await test.app.request('/api/me', { headers: bearing({ secret: apiToken }) });

  expect(statuses).toEqual([401, 401, 429]);
  expect(good.status).toBe(200);
});

it('does not limit public pages', async () => {
  const test = testApp({ limits: createRateLimits({ requests: 1, failures: 1 }) });

  const answers = await Promise.all(Array.from({ length: 5 }, async () => test.app.request('/docs/rules')));

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
});

it('takes back what was not a failure', async () => {
  const { signIns } = createRateLimits({ requests: 1, failures: 1 });

  expect(await signIns.take('a')).toBeUndefined();
  await signIns.giveBack('a');
  expect(await signIns.take('a')).toBeUndefined();
  expect(await signIns.take('a')).toBeGreaterThan(0);
  expect(await signIns.take('b')).toBeUndefined();
});
