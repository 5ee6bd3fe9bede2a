import { setTimeout as pause } from 'node:timers/promises';
import { createDispatcher } from '../../../src/services/webhooks/dispatcher';
import { createSafeHttp } from '../../../src/services/safe-http/safe-http';
import { eventually } from '../../support/eventually';
import { actor, draft } from '../../services/catalogue/sample';
import { type ServedApp, serveApp } from '../../support/served-app';
import { testSettings } from '../../support/test-app';
import { isSignedWith, startWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver';

let app: ServedApp;
let receiver: WebhookReceiver;
beforeEach(async () => {
  receiver = await startWebhookReceiver();
  app = await serveApp({ settings: { ...testSettings, trustedOrigins: [receiver.origin] } });
  await save();
  // Of what has a final place, nothing is sent to a webhook that is made later.
  await eventually(async () => (await app.catalogue.events.newest()) !== undefined);
});
afterEach(async () => {
  await receiver.close();
  await app.drop();
});

const path = '/api/publishers/contoso/webhooks';
const save = () =>
  app.catalogue.offers.saveDraft({ publisherId: 'contoso', offerId: 'linux-vm' }, draft(), { actor });

const audited = async (): Promise<readonly unknown[]> =>
  (await app.catalogue.events.after(undefined, 100))
    .filter(({ kind }) => kind.startsWith('webhook'))
    .map(({ kind, actor: by }) => [kind, by]);

type Body = Readonly<Record<string, never>>;
async function call(
  method: string,
  address: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Body }> {
  const answer = await app.test.api(method, address, body, headers);
  const text = await answer.text();
  return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Body };
}

/** Sends until the receiver has had so many requests. */
async function sendUntilArrived(count: number): Promise<void> {
  const http = createSafeHttp({ trustedOrigins: [receiver.origin] });
  const dispatcher = createDispatcher({
    queue: app.catalogue.webhookQueue,
    http,
    clock: () => new Date(),
    publicUrl: testSettings.publicUrl,
    random: Math.random,
    log: { warn: () => undefined },
    signal: new AbortController().signal,
  });
  while (receiver.arrived.length < count) {
    await dispatcher.round();
    await dispatcher.idle();
    await pause(10);
  }
  await http.close();
}

it('is made, sent to, looked at, sent again, replayed, rotated, changed and removed', async () => {
  const type = 'offer-publication.offer.draftSaved';
  const made = await call('POST', path, {
    url: receiver.url,
    types: [type],
    contactEmail: 'ops@contoso.example',
  });
  const { id, secret } = made.body;
  await save();
  await sendUntilArrived(1);
  const log = await call('GET', `${path}/${id}/deliveries?state=delivered`);
  const [delivery] = log.body['deliveries'] as unknown as { id: string }[];

  const again = await call('POST', `${path}/${id}/deliveries/${delivery?.id}/redeliver`);
  await sendUntilArrived(2);
  const replayed = await call('POST', `${path}/${id}/replay`, { from: '2020-01-01T00:00:00+01:00' });
  await sendUntilArrived(3);
  const rotated = await call('POST', `${path}/${id}/rotate-secret`, {});
  const changed = await call('PATCH', `${path}/${id}`, { state: 'disabled', contactEmail: null });
  const refused = await call('POST', `${path}/${id}/replay`, { from: '2020-01-01T00:00:00Z' });
  const listed = await call('GET', path);
  const removed = await call('DELETE', `${path}/${id}`);
  const gone = await call('GET', `${path}/${id}`);

  expect(made).toMatchObject({ status: 201, body: { types: [type], state: 'active', createdBy: 'api' } });
  expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
  expect(receiver.arrived.slice(0, 3).every((each) => isSignedWith(secret ?? '', each))).toBe(true);
  expect(log.body).toMatchObject({
    deliveries: [{ type, state: 'delivered', nextTryAt: null, tries: [{ status: 204, answer: 'HTTP 204' }] }],
    next: null,
  });
  expect(new Set(receiver.arrived.map((each) => each.id))).toContain(delivery?.id);
  expect(again).toEqual({ status: 202, body: { id: delivery?.id, state: 'waiting' } });
  expect(replayed.status).toBe(202);
  expect(rotated.body['secret']).not.toBe(secret);
  expect(changed.body).toMatchObject({ state: 'disabled', contactEmail: null, disabledReason: null });
  expect(refused).toMatchObject({ status: 409, body: { code: 'WebhookDisabled' } });
  expect(listed.body).toEqual({ webhooks: [changed.body] });
  expect(JSON.stringify(listed.body)).not.toContain('whsec_');
  expect([removed.status, gone.status]).toEqual([204, 404]);
  const kinds = ['webhookCreated', 'webhookSecretChanged', 'webhookChanged', 'webhookRemoved'];
  await eventually(async () => (await audited()).length === kinds.length);
  expect(await audited()).toEqual(kinds.map((kind) => [kind, 'api']));
});

it('is made once with one Idempotency-Key, and keeps the secret that was shown', async () => {
  const key = { 'Idempotency-Key': 'release-7' };
  const first = await call('POST', path, { url: receiver.url }, key);

  const again = await call('POST', path, { url: receiver.url }, key);
  await save();
  await sendUntilArrived(1);

  const { secret = '', ...made } = first.body;
  const [request] = receiver.arrived;
  expect(again).toEqual({ status: 201, body: made });
  expect(request !== undefined && isSignedWith(secret, request)).toBe(true);
  expect(await audited()).toEqual([['webhookCreated', 'api']]);
});

it('shows long logs in pages', async () => {
  const { body } = await call('POST', path, { url: receiver.url });
  for (let count = 0; count < 5; count += 1) await save();
  await sendUntilArrived(5);
  const sizes: number[] = [];

  for (let cursor = ''; ;) {
    const page = await call('GET', `${path}/${body['id']}/deliveries?limit=2${cursor}`);
    sizes.push((page.body['deliveries'] as unknown as unknown[]).length);
    if (page.body['next'] === null) break;
    cursor = `&cursor=${page.body['next']}`;
  }

  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(receiver.timesById().size);
  expect(sizes.slice(0, -1).every((size) => size === 2)).toBe(true);
});

it.each([
  ['http://contoso.example/hook', 'https'],
  ['https://127.0.0.1/hook', 'public'],
  ['http://127.0.0.1:9000/hook', 'TRUSTED_ORIGINS=http://127.0.0.1:9000'],
  ['https://contoso.example:8443/hook', 'TRUSTED_ORIGINS=https://contoso.example:8443'],
  ['https://[::1]/hook', 'public'],
  ['https://inside.local/hook', 'public'],
  ['https://user:pass@contoso.example/hook', 'user'],
  ['https://contoso.example:8443/hook', '443'],
  ['https://contoso.example/hook#part', '#'],
  ['ftp://contoso.example/hook', 'https'],
  ['contoso.example', 'URL'],
])('sends nothing to %s', async (url, why) => {
  const made = await call('POST', path, { url });

  expect(made).toMatchObject({ status: 422, body: { code: 'BadWebhookUrl' } });
  expect(made.body['detail']).toContain(why);
});

it.each([
  ['an unknown type', { url: 'https://a.example/', types: ['offer-publication.x'] }],
  ['an unknown field', { url: 'https://a.example/', secret: 'mine' }],
  ['no address', {}],
  ['a contact that is none', { url: 'https://a.example/', contactEmail: 'x@y.example\r\nBcc: z@y.example' }],
])('refuses %s', async (_what, body) => {
  expect(await call('POST', path, body)).toMatchObject({ status: 400, body: { code: 'BadRequest' } });
});

it('lets a publisher have twenty, and no more, also when they are made at once', async () => {
  const made = await Promise.all(
    Array.from({ length: 22 }, (_, index) => call('POST', path, { url: `https://a.example/${index}` })),
  );

  expect(made.filter(({ status }) => status === 201)).toHaveLength(20);
  expect(made.filter(({ body }) => body['code'] === 'TooManyWebhooks')).toHaveLength(2);
});

it('knows no webhook of another publisher, and makes none for one that does not exist', async () => {
  const { body } = await call('POST', path, { url: receiver.url });
  const other = path.replace('contoso', 'fabrikam');

  const answers = await Promise.all([
    call('GET', `${other}/${body['id']}`),
    call('PATCH', `${other}/${body['id']}`, { state: 'disabled' }),
    call('DELETE', `${other}/${body['id']}`),
    call('GET', `${other}/${body['id']}/deliveries`),
    call('POST', `${other}/${body['id']}/replay`, { from: '2026-01-01T00:00:00Z' }),
    call('POST', `${other}/${body['id']}/rotate-secret`, {}),
    call('POST', other, { url: receiver.url }),
  ]);

  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404]);
  expect((await call('GET', `${path}/${body['id']}`)).body).toMatchObject({ state: 'active' });
});
