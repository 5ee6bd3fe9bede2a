import { listedOffer } from '../support/listed-offer';
import { publicationAt } from '../support/publication-at';
import { publishableOffer } from '../support/publishable-offer';
import { offerPath, testApp, type TestApp, testSettings } from '../support/test-app';
import { bearing, tokenFor } from '../support/test-token';

const key = '11111111-1111-4111-8111-111111111111';
const publish = `${offerPath}/publish`;
const webhooks = '/api/publishers/contoso/webhooks';
const webhook = { url: 'https://hooks.contoso.com/offers' };

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

it('does with the same key what was refused, once it is mended', async () => {
  const { api } = testApp();
  const absent = await api('POST', publish, {}, withKey());
  await api('PUT', offerPath, listedOffer());
  const faulty = await api('POST', publish, {}, withKey());
  await api('PUT', offerPath, publishableOffer());

  const mended = await api('POST', publish, {}, withKey());

  expect([absent.status, faulty.status, mended.status]).toEqual([404, 422, 202]);
});

it('keeps no refusal: what stood in the way may have ended', async () => {
  const { api, client } = await withDraft();
  client.next = 'otherDraft';
  const refused = await api('POST', publish, {}, withKey());
  client.next = undefined;

  const again = await api('POST', publish, {}, withKey());

  expect([refused.status, again.status]).toEqual([409, 202]);
});

describe('an answer of somebody who was more', () => {
  /** The next token called `ci`; the one before is revoked. */
  async function nextToken(test: TestApp, role: 'Owner' | 'Reviewer'): Promise<Record<string, string>> {
    const { tokens } = test.catalogue;
    for (const row of tokens.rows) await tokens.revoke(row, 'test');
    return { ...withKey(), ...bearing(await tokenFor(test, role, { name: 'ci' })) };
  }

  it.each([
    ['a draft', 'PUT', offerPath, publishableOffer(), 200],
    ['a secret', 'POST', webhooks, webhook, 201],
  ] as const)(
    'and holds %s is not for a Reviewer of the same name',
    async (...[, method, path, body, made]) => {
      const test = await withDraft();
      const first = await test.api(method, path, body, await nextToken(test, 'Owner'));

      const later = await test.api(method, path, body, await nextToken(test, 'Reviewer'));

      expect([first.status, later.status]).toEqual([made, 403]);
      expect(await later.text()).not.toContain('whsec_');
    },
  );

  it('is not for another token of the same name and role', async () => {
    const test = await withDraft();
    await test.api('PUT', offerPath, publishableOffer(), await nextToken(test, 'Owner'));

    const later = await test.api('PUT', offerPath, publishableOffer(), await nextToken(test, 'Owner'));

    expect(later.status).toBe(200);
    expect(later.headers.has('Idempotency-Replayed')).toBe(false);
  });

  it('is not kept when it shows a webhook’s secret', async () => {
    const { api, catalogue } = await withDraft();
    const kept: string[] = [];
    catalogue.idempotentRequests.keep = async (name) => void kept.push(name);
    const made = await api('POST', webhooks, webhook, withKey());
    const { id } = (await made.json()) as { id: string };

    const rotated = await api('POST', `${webhooks}/${id}/rotate-secret`, {}, withKey());

    expect([made.status, rotated.status]).toEqual([201, 200]);
    expect(kept).toEqual([]);
  });
});

describe('a webhook made twice with one key', () => {
  const secretOf = async (answer: Response): Promise<unknown> =>
    ((await answer.json()) as { secret?: string }).secret;

  it('is one webhook: its first answer again, without the secret that was shown once', async () => {
    const { api, catalogue } = await withDraft();
    const first = await api('POST', webhooks, webhook, withKey());

    const again = await api('POST', webhooks, webhook, withKey());

    const { secret, ...made } = (await first.json()) as { secret: string };
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(secret).toMatch(/^whsec_/);
    expect(await again.json()).toEqual(made);
    expect(again.headers.get('Idempotency-Replayed')).toBe('true');
    expect(catalogue.webhooks.rows.size).toBe(1);
  });

  it('is one although a publisher can have no more', async () => {
    const { api } = await withDraft();
    for (let made = 1; made < 20; made += 1) await api('POST', webhooks, webhook);
    await api('POST', webhooks, webhook, withKey());

    const again = await api('POST', webhooks, webhook, withKey());
    const other = await api('POST', webhooks, webhook, withKey('another'));

    expect([again.status, other.status]).toEqual([201, 409]);
  });

  it.each([
    ['asks for something else', { ...webhook, mode: 'binary' }, withKey()],
    ['has another key', webhook, withKey('another')],
  ])('is two when the second request %s', async (_name, body, headers) => {
    const { api, catalogue } = await withDraft();
    await api('POST', webhooks, webhook, withKey());

    const other = await api('POST', webhooks, body, headers);

    expect(await secretOf(other)).toMatch(/^whsec_/);
    expect(catalogue.webhooks.rows.size).toBe(2);
  });

  it('is made anew once it was removed', async () => {
    const { api } = await withDraft();
    const made = (await (await api('POST', webhooks, webhook, withKey())).json()) as { id: string };
    await api('DELETE', `${webhooks}/${made.id}`);

    const again = await api('POST', webhooks, webhook, withKey());

    expect(await secretOf(again)).toMatch(/^whsec_/);
  });
});

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

it('leaves requests alone that change nothing', async () => {
  const { api } = await withDraft();

  const [one, other] = [
    await api('GET', offerPath, undefined, withKey()),
    await api('GET', offerPath, undefined, withKey()),
  ];

  expect([one.status, other.status]).toEqual([200, 200]);
  expect(other.headers.has('Idempotency-Replayed')).toBe(false);
});
