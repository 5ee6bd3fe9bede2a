import { problemCodes } from '../../../src/http/refusals/problem-codes';
import { accessibilityFaults } from '../../support/html';
import { offerPath, testApp } from '../../support/test-app';

const webhooks = '/api/publishers/contoso/webhooks';
const away = { code: 'InternalError' };

it('are all explained, with a fix, on the page that their type names', async () => {
  const { app } = testApp();

  const page = await (await app.request('/docs/problems')).text();

  for (const [code, { title, meaning, fix }] of Object.entries(problemCodes)) {
    expect(page).toContain(`id="${code}"`);
    for (const text of [title, meaning, fix]) expect(text.length).toBeGreaterThan(10);
  }
  expect(accessibilityFaults(page)).toEqual([]);
});

it.each([
  ['an unknown address', ['GET', '/api/nothing/here', undefined], 404, 'NotFound'],
  ['a malformed body', ['POST', webhooks, '{"url":'], 400, 'BadRequest'],
  ['a body of another type', ['POST', webhooks, '[]'], 400, 'BadRequest'],
  ['a body that is too large', ['POST', webhooks, 'x'.repeat(1024 * 1024 + 1)], 413, 'RequestTooLarge'],
] as const)('have the form of RFC 9457 for %s', async (_what, [method, path, body], status, code) => {
  const { api } = testApp();

  const answer = await api(method, path, body);

  const type = `/docs/problems#${code}`;
  expect(answer.headers.get('Content-Type')).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ code, status, type, detail: expect.any(String) });
  expect(answer.status).toBe(status);
});

it('tell nothing of our inside when something fails, in either dialect', async () => {
  const { api, catalogue, logged } = testApp();
  catalogue.away = 'password=secret';
  catalogue.webhooks.list = () => Promise.reject(new Error('password=secret'));

  const [own, cpp] = [await api('GET', webhooks), await api('GET', offerPath)];

  const texts = [await own.text(), await cpp.text()];
  expect([own.status, cpp.status]).toEqual([500, 500]);
  expect(JSON.parse(texts[0] ?? '')).toMatchObject({ ...away, status: 500 });
  expect(JSON.parse(texts[1] ?? '')).toMatchObject({ error: away });
  expect(texts.join()).not.toContain('secret');
  expect(logged).toHaveLength(2);
});

it.each(['/api/publishers/contoso/offers/linux-vm/nowhere', '/api', '/events/x'])(
  'answer %s as our own API does',
  async (path) => {
    const { api } = testApp();

    const answer = await api('GET', path);

    expect(await answer.json()).toMatchObject({ status: 404, code: 'NotFound' });
  },
);

it('leave addresses of the Cloud Partner Portal their own envelope', async () => {
  const { api } = testApp();

  const answers = [
    await api('GET', offerPath),
    await api('POST', `${offerPath}/publish`),
    await api('PUT', offerPath, 'x'.repeat(1024 * 1024 + 1)),
  ];

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 413]);
  for (const answer of answers)
    expect(await answer.json()).toMatchObject({ error: { code: expect.any(String) } });
});
