import { Client } from 'pg';
import type { WebhookDelivery } from '../../../src/services/ports';
import { forgetOldTraffic } from '../../../src/worker/old-traffic';
import { eventually } from '../../support/eventually';
import { isSignedWith } from '../../support/webhook-receiver';
import { actor, offer } from '../catalogue/sample';
import { openPostOffice, type PostOffice, secret } from './post-office';

let office: PostOffice;
beforeEach(async () => {
  office = await openPostOffice();
});
afterEach(() => office.drop());

const hour = 3_600_000;

const deliveriesOf = ({ webhookId }: { readonly webhookId: string }): Promise<readonly WebhookDelivery[]> =>
  office.catalogue.webhooks.deliveries(webhookId, { limit: 100 });

it('sends each event once, as a signed CloudEvent', async () => {
  await office.subscribe();
  await office.happen(3);

  await office.sendUntil(() => office.receiver.arrived.length >= 3);

  const [first] = office.receiver.arrived;
  expect(office.receiver.arrived.map((each) => isSignedWith(secret, each))).toEqual([true, true, true]);
  expect(office.receiver.timesById().size).toBe(3);
  expect(first?.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
  expect(first?.event).toMatchObject({
    specversion: '1.0',
    source: 'http://offers.example/api/publishers/contoso/offers/linux-vm',
    type: 'offer-publication.offer.draftSaved',
    subject: 'contoso/linux-vm',
    datacontenttype: 'application/json',
    data: { ...offer, publicationId: null, actor, etag: expect.any(String) },
  });
});

it('puts the data into the body and the rest into headers where that is wanted', async () => {
  await office.subscribe({ mode: 'binary' });
  await office.happen(1);

  await office.sendUntil(() => office.receiver.arrived.length >= 1);

  const [only] = office.receiver.arrived;
  expect(only && isSignedWith(secret, only)).toBe(true);
  expect(JSON.parse(only?.body ?? '')).toMatchObject({ ...offer, actor });
  expect(only?.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'ce-specversion': '1.0',
    'ce-type': 'offer-publication.offer.draftSaved',
    'ce-subject': 'contoso/linux-vm',
    'ce-id': expect.stringMatching(/^\d+\.\d+$/),
  });
});

it('tells nobody of another publisher, of other kinds, or of what was before', async () => {
  await office.happen(1);
  await office.sendUntil(async () => (await office.catalogue.events.newest()) !== undefined);
  const all = await office.subscribe();
  const some = await office.subscribe({ kinds: ['ended'] });
  await office.happen(2, 'fabrikam');
  await office.happen(1);

  await office.sendUntil(() => office.receiver.arrived.length >= 1);

  expect(office.receiver.arrived.map(({ event }) => event.subject)).toEqual(['contoso/linux-vm']);
  expect(await deliveriesOf(all)).toHaveLength(1);
  expect(await deliveriesOf(some)).toHaveLength(0);
});

it('tries again under the same id until a receiver that was down is back', async () => {
  await office.drop();
  // One answer never comes, and is waited for; the others are quicker, however busy the machine is.
  office = await openPostOffice(30_000);
  const webhook = await office.subscribe();
  const answers = [500, 429, 302, 'silent', 204] as const;
  office.receiver.answer = (response) => {
    const answer = answers[office.receiver.arrived.length - 1] ?? 204;
    if (answer === 'silent') return;
    response.writeHead(answer, { location: 'http://127.0.0.1:1/elsewhere' }).end('not <now>\nplease');
  };
  await office.happen(1);

  await office.sendUntil(async () => {
    office.wait(hour);
    return (await deliveriesOf(webhook))[0]?.state === 'delivered';
  });

  const [delivery] = await deliveriesOf(webhook);
  expect(office.receiver.timesById()).toEqual(new Map([[delivery?.deliveryId, 5]]));
  expect(delivery?.tries.map(({ status, answer }) => [status, answer])).toEqual([
    [204, 'HTTP 204'],
    [null, 'took longer than its deadline'],
    [302, 'HTTP 302 It redirects, which is not followed.'],
    [429, 'HTTP 429 not <now> please'],
    [500, 'HTTP 500 not <now> please'],
  ]);
});

it('waits as long as a receiver asks for', async () => {
  const webhook = await office.subscribe();
  office.receiver.answer = (response) => void response.writeHead(503, { 'retry-after': '7200' }).end();
  await office.happen(1);

  await office.sendUntil(async () => (await deliveriesOf(webhook))[0]?.tries.length === 1);

  const [delivery] = await deliveriesOf(webhook);
  expect(Date.parse(delivery?.nextTryAt ?? '') - office.now().getTime()).toBe(2 * hour);
});

it('disables a webhook that failed for three days, says why, and goes on when it is turned on again', async () => {
  const webhook = await office.subscribe();
  office.receiver.answer = (response) => void response.writeHead(500).end();
  await office.happen(1);
  const began = office.now().getTime();
  await office.sendUntil(async () => {
    const [delivery] = await deliveriesOf(webhook);
    office.wait(Math.max(Date.parse(delivery?.nextTryAt ?? '') - office.now().getTime(), 0) || 0);
    return (await office.catalogue.webhooks.find(webhook))?.state === 'disabled';
  });
  const tookHours = (office.now().getTime() - began) / hour;
  const disabled = await office.catalogue.webhooks.find(webhook);
  office.receiver.answer = (response) => void response.writeHead(204).end();
  await office.happen(1);

  await office.catalogue.webhooks.change(webhook, { state: 'active' }, actor);
  await office.catalogue.webhooks.replay(webhook.webhookId, new Date(began - hour));
  await office.sendUntil(async () => {
    const all = await deliveriesOf(webhook);
    return all.length === 2 && all.every(({ state }) => state === 'delivered');
  });

  expect(tookHours).toBeGreaterThan(70);
  expect(tookHours).toBeLessThan(76);
  expect(disabled?.disabledBecause).toEqual({ code: 'webhook.exhausted', params: { tries: 13 } });
  expect(office.receiver.timesById().size).toBe(2);
});

it('disables a webhook at once when its receiver is gone', async () => {
  const webhook = await office.subscribe();
  office.receiver.answer = (response) => void response.writeHead(410).end();
  await office.happen(2);

  await office.sendUntil(async () => (await office.catalogue.webhooks.find(webhook))?.state === 'disabled');

  expect(await office.catalogue.webhooks.find(webhook)).toMatchObject({
    disabledBecause: { code: 'webhook.gone', params: {} },
    disabledAt: office.now().toISOString(),
  });
  const history = await office.catalogue.history.page({ ...offer, offerId: '' }, { limit: 10 });
  const changes = history.filter(({ kind }) => kind === 'webhookChanged');
  expect(changes).toMatchObject([
    { actor: null, payload: { state: 'disabled', disabledBecause: { code: 'webhook.gone', params: {} } } },
  ]);
});

it('sends again under the same id what a killed process had sent and not marked', async () => {
  const webhook = await office.subscribe();
  await office.happen(1);
  const dying = office.dispatcher({ settle: async () => Promise.reject(new Error('killed here')) });
  await office.sendUntil(() => office.receiver.arrived.length === 1, dying);
  const other = office.dispatcher();
  await other.round();
  await other.idle();
  const whileLeased = office.receiver.arrived.length;

  office.wait(61_000);
  await office.sendUntil(async () => (await deliveriesOf(webhook))[0]?.state === 'delivered');

  expect(whileLeased).toBe(1);
  expect([...office.receiver.timesById().values()]).toEqual([2]);
});

it('lets two processes send side by side without sending anything twice', async () => {
  const webhook = await office.subscribe();
  await office.happen(40);
  const both = [office.dispatcher(), office.dispatcher()];

  while (office.receiver.arrived.length < 40) {
    await Promise.all(both.map((each) => each.round()));
  }
  await Promise.all(both.map((each) => each.idle()));

  expect([...office.receiver.timesById().values()]).toEqual(Array.from({ length: 40 }, () => 1));
  expect((await deliveriesOf(webhook)).every(({ state }) => state === 'delivered')).toBe(true);
});

it('keeps other receivers from waiting for a slow one', async () => {
  await office.subscribe({ url: `${office.receiver.origin}/slow` });
  await office.subscribe({ publisherId: 'fabrikam' });
  const held: (() => void)[] = [];
  office.receiver.answer = (response, { event }) => {
    const done = (): void => void response.writeHead(204).end();
    if (event.subject === 'contoso/linux-vm') held.push(done);
    else done();
  };
  await office.happen(40);
  const dispatcher = office.dispatcher();
  while (held.length < 4) await dispatcher.round();

  await office.happen(3, 'fabrikam');
  while (office.receiver.arrived.length - held.length < 3) await dispatcher.round();

  const heldAtOnce = held.length;
  office.receiver.answer = (response) => void response.writeHead(204).end();
  held.forEach((done) => done());
  await dispatcher.idle();
  expect(heldAtOnce).toBeLessThan(12);
});

it('sends one delivery, or everything since a time, again under the ids they had', async () => {
  const webhook = await office.subscribe();
  await office.happen(2);
  await office.sendUntil(() => office.receiver.arrived.length === 2);
  const [newest] = await deliveriesOf(webhook);

  const isSentAgain = await office.catalogue.webhooks.redeliver(webhook.webhookId, newest?.deliveryId ?? '');
  await office.sendUntil(() => office.receiver.arrived.length === 3);
  const replayed = await office.catalogue.webhooks.replay(webhook.webhookId, new Date(0));
  await office.sendUntil(() => office.receiver.arrived.length === 5);

  expect(isSentAgain).toBe(true);
  expect(replayed).toBe(2);
  expect(new Set(office.receiver.timesById().values())).toEqual(new Set([2, 3]));
});

it('signs with both secrets while a secret is being changed, and with the new one alone after that', async () => {
  const webhook = await office.subscribe();
  const next = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
  const previousUntil = new Date(office.now().getTime() + hour);
  await office.catalogue.webhooks.rotateSecret(webhook, { secret: next, previousUntil }, actor);
  await office.happen(1);
  await office.sendUntil(() => office.receiver.arrived.length === 1);

  office.wait(hour + 1);
  await office.happen(1);
  await office.sendUntil(() => office.receiver.arrived.length === 2);

  const signedBy = office.receiver.arrived.map((each) =>
    [secret, next].map((key) => isSignedWith(key, each)),
  );
  expect(signedBy).toEqual([
    [true, true],
    [false, true],
  ]);
});

it('keeps secrets as ciphertext only, and shows none of them in the log of tries', async () => {
  const key = 'a-long-key-in-the-address';
  const webhook = await office.subscribe({ url: `${office.receiver.url}?key=${key}` });
  office.receiver.answer = (response) =>
    void response.writeHead(200).end(`${secret} ${key} ${'x'.repeat(500)}`);
  await office.happen(1);

  await office.sendUntil(async () => (await deliveriesOf(webhook))[0]?.state === 'delivered');

  const client = new Client({ connectionString: office.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ text: string }>(
    `select webhook::text || encode(secret, 'escape') as text from webhook union all select webhook_try::text from webhook_try`,
  );
  await client.end();
  const [delivery] = await deliveriesOf(webhook);
  expect(rows.map(({ text }) => text).join()).not.toContain(secret.slice(6));
  expect(delivery?.tries[0]?.answer).toMatch(/^HTTP 200 \*+ \*+ x+$/);
  expect(delivery?.tries[0]?.answer).toHaveLength(200);
});

it('goes past what nobody is told of, in pages, and remembers how far it came', async () => {
  await office.happen(7);
  // Transactions elsewhere on the server can hold the newest events back for a moment.
  await eventually(async () => (await office.catalogue.events.after(undefined, 10)).length === 7);

  const passed: number[] = [];
  while (passed.reduce((sum, count) => sum + count, 0) < 7) {
    passed.push(await office.catalogue.webhookQueue.fill(3));
  }

  expect(passed.filter((count) => count > 0)).toEqual([3, 3, 1]);
  expect(await office.catalogue.webhookQueue.fill(3)).toBe(0);
});

it('says so when a secret cannot be read any more, and serves others meanwhile', async () => {
  const broken = await office.subscribe({ publisherId: 'fabrikam' });
  await office.subscribe();
  const client = new Client({ connectionString: office.databaseUrl });
  await client.connect();
  await client.query(`update webhook set secret = '\\x01' where webhook_id = $1`, [broken.webhookId]);
  await client.end();
  await office.happen(1, 'fabrikam');
  await office.happen(1);

  await office.sendUntil(async () => {
    const [delivery] = await deliveriesOf(broken);
    return delivery?.tries.length === 1 && office.receiver.arrived.length === 1;
  });

  const [delivery] = await deliveriesOf(broken);
  expect(delivery).toMatchObject({ state: 'waiting', tries: [{ status: null }] });
  expect(delivery?.tries[0]?.answer).toContain('give the webhook a new one');
});

it('keeps deliveries a month after they ended, and those that wait for as long as they do', async () => {
  const webhook = await office.subscribe();
  await office.happen(1);
  await office.sendUntil(async () => (await deliveriesOf(webhook))[0]?.state === 'delivered');
  office.receiver.answer = (response) => void response.writeHead(503).end();
  await office.happen(1);
  await office.sendUntil(async () => (await deliveriesOf(webhook)).length === 2);
  const roles = { ...office.catalogue, clock: office.now };
  office.wait(29 * 24 * hour);
  await forgetOldTraffic(roles);
  const early = await deliveriesOf(webhook);

  office.wait(2 * 24 * hour);
  await forgetOldTraffic(roles);

  expect(early).toHaveLength(2);
  expect((await deliveriesOf(webhook)).map(({ state }) => state)).toEqual(['waiting']);
});
