import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { actor, draft, offer } from '../services/catalogue/sample';
import { eventually } from '../support/eventually';
import { watchEvents } from '../support/event-watcher';
import { ownApi, ownWorker } from '../support/own-product';
import { openSystemParts, type SystemParts } from '../support/system-parts';
import { startWebhookReceiver } from '../support/webhook-receiver';
import { inWorkshop } from '../support/workshop';

const patience = 180_000;

const save = ({ catalogue }: SystemParts, content: Readonly<Record<string, unknown>> = {}) =>
  catalogue.offers.saveDraft(offer, draft(content), { actor });

/** As if so much time had passed that whoever was sending must be dead. */
async function endLeases(databaseUrl: string): Promise<void> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`update webhook_delivery set next_try_at = now() where state = 'waiting'`);
  await client.end();
}

it.concurrent(
  'a worker killed between sending an event and noting it makes it come twice, under one id',
  () =>
    inWorkshop(async (workshop) => {
      const parts = await openSystemParts(workshop, {});
      const receiver = await startWebhookReceiver();
      workshop.atEnd(receiver.close);
      const trusted = `${parts.environment['TRUSTED_ORIGINS']} ${receiver.origin}`;
      const environment = { ...parts.environment, TRUSTED_ORIGINS: trusted };
      const settings = { url: receiver.url, kinds: [], mode: 'structured', contactEmail: null } as const;
      await parts.catalogue.webhooks.create(
        { ...settings, webhookId: randomUUID(), publisherId: offer.publisherId, createdBy: actor },
        { secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}`, limit: 20 },
      );
      receiver.answer = () => undefined;
      const first = await ownWorker(workshop, environment, { name: 'first', role: 'control' });
      await first.start();

      await save(parts);
      await eventually(() => receiver.arrived.length === 1, 30_000);
      await first.send('SIGKILL');
      receiver.answer = (response) => void response.writeHead(204).end();
      await endLeases(parts.databaseUrl);
      const second = await ownWorker(workshop, environment, { name: 'second', role: 'control' });
      await second.start();
      await save(parts, { salt: 1 });
      await eventually(() => receiver.arrived.length === 3, 30_000);

      expect([...receiver.timesById().values()]).toEqual([2, 1]);
    }),
  patience,
);

it.concurrent(
  'an API killed in the middle of a stream loses nothing and repeats nothing for who comes back',
  () =>
    inWorkshop(async (workshop) => {
      const parts = await openSystemParts(workshop, {});
      const api = await ownApi(workshop, parts.environment);
      await api.start();
      const bearer = { Authorization: `Bearer ${parts.keys.apiToken}` };
      const before = await watchEvents(`${api.url}/api/events`, bearer);
      for (let count = 0; count < 3; count += 1) await save(parts, { count });
      await eventually(() => before.events.length > 0, 30_000);

      await api.send('SIGKILL');
      const howItEnded = await before.ended;
      for (let count = 3; count < 6; count += 1) await save(parts, { count });
      await api.start();
      const after = await watchEvents(`${api.url}/api/events`, {
        ...bearer,
        'Last-Event-ID': before.lastId() ?? '',
      });
      await save(parts, { count: 6 });
      await eventually(() => before.events.length + after.events.length >= 7, 30_000);
      after.close();

      const all = await parts.catalogue.events.after(undefined, 100);
      expect(howItEnded).toBe('broken');
      expect([...before.events, ...after.events].map(({ id }) => id)).toEqual(
        all.map(({ cursor }) => cursor),
      );
    }),
  patience,
);
