import { publicationAt } from '../support/publication-at';
import { publishableOffer } from '../support/publishable-offer';
import { offerPath, testApp, type TestApp } from '../support/test-app';

const key = '11111111-1111-4111-8111-111111111111';
const publish = `${offerPath}/publish`;

async function withDraft(): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, publishableOffer());
  return test;
}

const withKey = (value = key): Record<string, string> => ({ 'Idempotency-Key': value });

it('answers a repeated request with the first answer, and does nothing again', async () => {
  const { api, client } = await withDraft();
  const first = await api('POST', publish, { metadata: {} }, withKey());
  client.next = 'otherDraft';

  const again = await api('POST', publish, { metadata: {} }, withKey(`"${key}"`));

  expect(client.sent).toHaveLength(1);
  expect(again.status).toBe(first.status);
  expect(await again.text()).toBe(await first.text());
  expect(again.headers.get('Idempotency-Replayed')).toBe('true');
  expect(first.headers.has('Idempotency-Replayed')).toBe(false);
  for (const name of ['Operation-Location', 'Retry-After', 'Content-Type']) {
    expect(again.headers.get(name)).toBe(first.headers.get(name));
  }
});

it('remembers a refusal, too', async () => {
  const { api, client } = await withDraft();
  client.next = 'otherDraft';
  await api('POST', publish, {}, withKey());
  client.next = undefined;

  const again = await api('POST', publish, {}, withKey());

  expect(again.status).toBe(409);
  expect(client.sent).toHaveLength(1);
});

it.each([
  ['the Cloud Partner Portal', publish, { error: { code: 'IdempotencyKeyReused' } }],
  ['our own API', '/api/publishers/contoso/webhooks', { code: 'IdempotencyKeyReused', status: 422 }],
])('refuses a key that came with another request, in the form of %s', async (_dialect, path, expected) => {
  const { api } = await withDraft();
  await api('POST', path, { url: 'https://a.example/' }, withKey());

  const other = await api('POST', path, { url: 'https://b.example/' }, withKey());

  expect(other.status).toBe(422);
  expect(await other.json()).toMatchObject(expected);
});

it('refuses a repetition while the first request is at work', async () => {
  const { api, client } = await withDraft();
  let finish = (): void => undefined;
  const isAtWork = new Promise<void>((resolve) => (finish = resolve));
  const { publish: send } = client;
  const begun = new Promise<void>((resolve) => {
    const slowly: typeof send = async (input) => {
      resolve();
      await isAtWork;
      return send(input);
    };
    Object.assign(client, { publish: slowly });
  });
  const first = api('POST', publish, {}, withKey());
  await begun;

  const early = await api('POST', publish, {}, withKey());
  finish();
  const [done, late] = [await first, await api('POST', publish, {}, withKey())];

  expect(early.status).toBe(409);
  expect(early.headers.get('Retry-After')).toBe('2');
  expect(await early.json()).toMatchObject({ error: { code: 'IdempotencyKeyInUse' } });
  expect([done.status, late.status]).toEqual([202, 202]);
});

it('takes the same key at another address, or from somebody else, for another request', async () => {
  const { api, app, catalogue, publish: show } = await withDraft();
  await api('POST', publish, {}, withKey());
  show(publicationAt('signOff'));

  const goLive = await api('POST', `${offerPath}/golive`, {}, withKey());
  const stranger = await app.request(publish, { method: 'POST', headers: withKey() });

  expect(goLive.status).toBe(202);
  expect(catalogue.operationRows.map(({ kind }) => kind)).toEqual(['publish', 'goLive']);
  expect(new Set(catalogue.operationRows.map(({ operationId }) => operationId)).size).toBe(2);
  expect(stranger.status).toBe(401);
});

it('does not keep an answer that says nothing about the request', async () => {
  const { api, client, catalogue } = await withDraft();
  catalogue.away = 'the database is away';
  const failed = await api('POST', publish, {}, withKey());
  catalogue.away = undefined;

  const again = await api('POST', publish, {}, withKey());

  expect([failed.status, again.status]).toEqual([500, 202]);
  expect(client.sent).toHaveLength(1);
});

it('makes a key that is a UUID the id of the operation', async () => {
  const { api } = await withDraft();

  const answer = await api('POST', publish, {}, withKey(key.toUpperCase()));

  expect(await answer.json()).toMatchObject({ operationId: key, publicationId: key });
});

it.each([key, 'build-4711'])(
  'has one effect with key %s although the first answer was lost with its process',
  async (given) => {
    const test = testApp();
    const { api, client, catalogue } = test;
    await api('PUT', offerPath, publishableOffer());
    test.publish(publicationAt('signOff'));
    const { begin } = catalogue.idempotentRequests;
    catalogue.idempotentRequests.begin = async () => ({ kind: 'first', lease: 'of a dead process' });
    catalogue.operations.create = async () => Promise.reject(new Error('killed here'));
    await api('POST', `${offerPath}/golive`, {}, withKey(given));
    catalogue.idempotentRequests.begin = begin;

    await api('POST', `${offerPath}/golive`, {}, withKey(given));

    const ids = client.sent.map(({ input }) => (input as { requestId: string }).requestId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  },
);

it.each(['', 'with space', 'x'.repeat(201), 'ключ'.replace(/./g, '\u00e9')])(
  'refuses the key %j',
  async (value) => {
    const { api, client } = await withDraft();

    const answer = await api('POST', publish, {}, withKey(value));

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'BadIdempotencyKey' } });
    expect(client.sent).toEqual([]);
  },
);

it('leaves requests alone that change nothing', async () => {
  const { api } = await withDraft();

  const [one, other] = [
    await api('GET', offerPath, undefined, withKey()),
    await api('GET', offerPath, undefined, withKey()),
  ];

  expect([one.status, other.status]).toEqual([200, 200]);
  expect(other.headers.has('Idempotency-Replayed')).toBe(false);
});
