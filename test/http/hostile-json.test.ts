import { apiDocument } from '../../src/http/openapi/document';
import { operationsOf } from '../../src/http/openapi/operations-of';
import { publishableOffer } from '../support/publishable-offer';
import { apiToken, offerPath, testApp, type TestApp } from '../support/test-app';

const withBody = operationsOf(apiDocument(testApp().app)).filter(({ operation: { requestBody } }) => {
  const content = requestBody !== undefined && 'content' in requestBody ? requestBody.content : {};
  return 'application/json' in content;
});
const addresses = withBody.map(({ method, path }) => [
  method.toUpperCase(),
  path
    .replace('{publisherId}', 'contoso')
    .replace('{offerId}', 'linux-vm')
    .replaceAll(/\{[^}]+\}/g, 'c0ffee00-0001-4000-8000-000000000001'),
]) as readonly (readonly [string, string])[];

const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

const refused: Readonly<Record<string, string>> = {
  'an array 400,000 deep': `${'['.repeat(400_000)}${']'.repeat(400_000)}`,
  'objects 65 deep': deep(65),
  __proto__: '{"__proto__": {"polluted": true}}',
  '__proto__ further in': '{"metadata": {"__proto__": {"polluted": true}}}',
  'a name twice': '{"metadata": {}, "metadata": {"notification-emails": "evil@example.com"}}',
  'a number beyond every double': '{"id": 1e999}',
  'U+0000': '{"id": "a\\u0000b"}',
  'half a surrogate pair': '{"id": "\\ud800"}',
  'a list instead of an object': '[]',
  'no JSON at all': '{"id": ',
};

/** What an idle address says of a body that is fine as JSON and makes no sense. */
const survived: Readonly<Record<string, string>> = {
  'constructor.prototype': '{"constructor": {"prototype": {"polluted": true}}}',
  'functions by name': '{"toString": 1, "valueOf": {}, "hasOwnProperty": []}',
  'values of the wrong kind everywhere':
    '{"id": [], "metadata": 5, "name": {}, "url": null, "emails": {"0": 1}}',
  null: 'null',
  'a text': '"text"',
  'an integer of 400 digits': `{"id": ${'9'.repeat(300)}}`,
  'a text of 900 KiB': `{"id": ${JSON.stringify('x'.repeat(900 * 1024))}}`,
  '10,000 names': `{${Array.from({ length: 10_000 }, (_, index) => `"k${index}": 1`).join(',')}}`,
};

let test: TestApp;
beforeAll(async () => {
  test = testApp();
  await test.api('PUT', offerPath, publishableOffer());
});

it('knows addresses that take JSON', () => {
  expect(addresses.length).toBeGreaterThan(15);
});

describe.each(addresses)('%s %s', (method, path) => {
  it.each(Object.entries(refused))('refuses %s', async (_, body) => {
    const answer = await test.api(method, path, body);

    // The hook asks for its secret before it reads what is merely no event of its own.
    expect(path.startsWith('/hooks/') ? [400, 401] : [400]).toContain(answer.status);
    expect('polluted' in {}).toBe(false);
  });

  it.each(Object.entries(survived))('survives %s', async (_, body) => {
    const answer = await test.api(method, path, body);

    expect(answer.status).toBeLessThan(500);
    expect('polluted' in {}).toBe(false);
  });

  it('refuses a body that is not UTF-8', async () => {
    const answer = await test.app.request(path, {
      method,
      headers: { Authorization: `Bearer ${apiToken}`, 'Content-Type': 'application/json' },
      body: new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    });

    expect(answer.status).toBe(400);
  });
});

it('keeps names that every object inherits as plain data of a draft', async () => {
  const hostile = { ...publishableOffer(), constructor: { prototype: { polluted: true } }, toString: 'x' };

  const saved = await test.api('PUT', offerPath, JSON.stringify(hostile));

  expect(saved.status).toBe(200);
  expect(await (await test.api('GET', offerPath)).json()).toMatchObject({ id: 'linux-vm' });
  expect('polluted' in {}).toBe(false);
});
