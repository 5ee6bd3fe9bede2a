import { actor, offer } from '../catalogue/sample';
import { openPostOffice, type PostOffice } from './post-office';

const hour = 3_600_000;
let office: PostOffice;
beforeEach(async () => {
  office = await openPostOffice();
});
afterEach(() => office.drop());

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
    return (await office.deliveriesOf(webhook))[0]?.state === 'delivered';
  });

  const [delivery] = await office.deliveriesOf(webhook);
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

  await office.sendUntil(async () => (await office.deliveriesOf(webhook))[0]?.tries.length === 1);

  const [delivery] = await office.deliveriesOf(webhook);
  expect(Date.parse(delivery?.nextTryAt ?? '') - office.now().getTime()).toBe(2 * hour);
});

it('disables a webhook that failed for three days, says why, and goes on when it is turned on again', async () => {
  const webhook = await office.subscribe();
  office.receiver.answer = (response) => void response.writeHead(500).end();
  await office.happen(1);
  const began = office.now().getTime();
  await office.sendUntil(async () => {
    const [delivery] = await office.deliveriesOf(webhook);
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
    const all = await office.deliveriesOf(webhook);
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
  await office.sendUntil(async () => (await office.deliveriesOf(webhook))[0]?.state === 'delivered');

  expect(whileLeased).toBe(1);
  expect([...office.receiver.timesById().values()]).toEqual([2]);
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
