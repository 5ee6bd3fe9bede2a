import { Client } from 'pg';
import { forgetOldTraffic } from '../../../src/worker/old-traffic';
import { eventually } from '../../support/eventually';
import { isSignedWith } from '../../support/webhook-receiver';
import { actor, offer } from '../catalogue/sample';
import { openPostOffice, type PostOffice, secret } from './post-office';

const hour = 3_600_000;
let office: PostOffice;
beforeEach(async () => {
  office = await openPostOffice();
});
afterEach(() => office.drop());

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
  expect(await office.deliveriesOf(all)).toHaveLength(1);
  expect(await office.deliveriesOf(some)).toHaveLength(0);
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
  expect((await office.deliveriesOf(webhook)).every(({ state }) => state === 'delivered')).toBe(true);
});

it('sends one delivery, or everything since a time, again under the ids they had', async () => {
  const webhook = await office.subscribe();
  await office.happen(2);
  await office.sendUntil(() => office.receiver.arrived.length === 2);
  const [newest] = await office.deliveriesOf(webhook);

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

  await office.sendUntil(async () => (await office.deliveriesOf(webhook))[0]?.state === 'delivered');

  const client = new Client({ connectionString: office.databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ text: string }>(
    `select webhook::text || encode(secret, 'escape') as text from webhook union all select webhook_try::text from webhook_try`,
  );
  await client.end();
  const [delivery] = await office.deliveriesOf(webhook);
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
    const [delivery] = await office.deliveriesOf(broken);
    return delivery?.tries.length === 1 && office.receiver.arrived.length === 1;
  });

  const [delivery] = await office.deliveriesOf(broken);
  expect(delivery).toMatchObject({ state: 'waiting', tries: [{ status: null }] });
  expect(delivery?.tries[0]?.answer).toContain('give the webhook a new one');
});

it('keeps deliveries a month after they ended, and those that wait for as long as they do', async () => {
  const webhook = await office.subscribe();
  await office.happen(1);
  await office.sendUntil(async () => (await office.deliveriesOf(webhook))[0]?.state === 'delivered');
  office.receiver.answer = (response) => void response.writeHead(503).end();
  await office.happen(1);
  await office.sendUntil(async () => (await office.deliveriesOf(webhook)).length === 2);
  const roles = { ...office.catalogue, clock: office.now };
  office.wait(29 * 24 * hour);
  await forgetOldTraffic(roles);
  const early = await office.deliveriesOf(webhook);

  office.wait(2 * 24 * hour);
  await forgetOldTraffic(roles);

  expect(early).toHaveLength(2);
  expect((await office.deliveriesOf(webhook)).map(({ state }) => state)).toEqual(['waiting']);
});
