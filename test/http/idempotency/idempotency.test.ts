import { key, publish, webhook, webhooks, withDraft, withKey } from '../../support/idempotent';
import { listedOffer } from '../../support/listed-offer';
import { publishableOffer } from '../../support/publishable-offer';
import { offerPath, testApp, type TestApp } from '../../support/test-app';
import { bearing, tokenFor } from '../../support/test-token';

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

it('does not keep an answer that says nothing about the request', async () => {
  const { api, client, catalogue } = await withDraft();
  catalogue.away = 'the database is away';
  const failed = await api('POST', publish, {}, withKey());
  catalogue.away = undefined;

  const again = await api('POST', publish, {}, withKey());

  expect([failed.status, again.status]).toEqual([500, 202]);
  expect(client.sent).toHaveLength(1);
});

it('leaves requests alone that change nothing', async () => {
  const { api } = await withDraft();

  const [one, other] = [
    await api('GET', offerPath, undefined, withKey()),
    await api('GET', offerPath, undefined, withKey()),
  ];

  expect([one.status, other.status]).toEqual([200, 200]);
  expect(other.headers.has('Idempotency-Replayed')).toBe(false);
});
