import { key, publish, webhook, webhooks, withDraft, withKey } from '../../support/idempotent';
import { publicationAt } from '../../support/publication-at';
import { publishableOffer } from '../../support/publishable-offer';
import { offerPath, testApp, testSettings } from '../../support/test-app';

it('makes ids of operations that follow from the key, for nobody without the installation’s secret', async () => {
  const idAt = async (sessionKey: string): Promise<string> => {
    const test = testApp({ settings: { ...testSettings, sessionKey } });
    await test.api('PUT', offerPath, publishableOffer());
    const answer = await test.api('POST', publish, {}, withKey('release-7'));
    return ((await answer.json()) as { operationId: string }).operationId;
  };

  const [one, same, other] = [await idAt('one'), await idAt('one'), await idAt('other')];

  expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(same).toBe(one);
  expect(other).not.toBe(one);
});

it('takes a key that is another offer’s publication, and has an id of its own for it', async () => {
  const { api, publish: show } = await withDraft();
  show({ ...publicationAt('live'), publicationId: key, publisherId: 'fabrikam' });

  const answer = await api('POST', publish, {}, withKey());

  expect(answer.status).toBe(202);
  expect(await answer.json()).not.toMatchObject({ operationId: key });
});

describe('a key that came with another request is refused', () => {
  it('in the form of the Cloud Partner Portal', async () => {
    const { api } = await withDraft();
    await api('POST', publish, {}, withKey());

    const other = await api('POST', publish, { metadata: {} }, withKey());

    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ error: { code: 'IdempotencyKeyReused' } });
  });

  it('in the form of our own API', async () => {
    const { api } = await withDraft();
    const made = await api('POST', webhooks, webhook);
    const { id } = (await made.json()) as { id: string };
    await api('PATCH', `${webhooks}/${id}`, { url: 'https://a.example/' }, withKey());

    const other = await api('PATCH', `${webhooks}/${id}`, { url: 'https://b.example/' }, withKey());

    expect(other.status).toBe(422);
    expect(await other.json()).toMatchObject({ code: 'IdempotencyKeyReused', status: 422 });
  });
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

it.each(['', '"', '""', 'a"b', 'with space', 'x'.repeat(201), 'ключ'.replace(/./g, '\u00e9')])(
  'refuses the key %j',
  async (value) => {
    const { api, client } = await withDraft();

    const answer = await api('POST', publish, {}, withKey(value));

    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ error: { code: 'BadIdempotencyKey' } });
    expect(client.sent).toEqual([]);
  },
);
