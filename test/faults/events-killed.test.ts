import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { actor, draft, offer } from '../services/catalogue/sample';
import { eventually } from '../support/eventually';
import { watchEvents } from '../support/event-watcher';
import { violations } from '../support/invariants';
import { openRealSystem, type RealSystem } from '../support/real-system';
import { until } from '../support/until';
import { startWebhookReceiver } from '../support/webhook-receiver';
import { inWorkshop } from '../support/workshop';

const patience = 900_000;

const save = ({ catalogue }: RealSystem, content: Readonly<Record<string, unknown>> = {}) =>
  catalogue.offers.saveDraft(offer, draft(content), { actor });

/** Transactions elsewhere on the server can hold the newest events back for a moment. */
const sampleIsTold = ({
  catalogue,
}: RealSystem): Promise<Awaited<ReturnType<typeof catalogue.events.after>>> =>
  until('the sample draft is told', async () => {
    const told = await catalogue.events.after(undefined, 100);
    return told.length > 0 && told;
  });

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
      const receiver = await startWebhookReceiver();
      workshop.atEnd(receiver.close);
      const system = await openRealSystem(workshop, { receiver });
      // Only what comes after it is sent to a new webhook.
      await sampleIsTold(system);
      const settings = { url: receiver.url, kinds: [], mode: 'structured', contactEmail: null } as const;
      const secret = `whsec_${randomBytes(32).toString('base64')}`;
      await system.catalogue.webhooks.create(
        { ...settings, webhookId: randomUUID(), publisherId: offer.publisherId, createdBy: actor },
        { secret, limit: 20 },
      );
      receiver.answer = () => undefined;
      const first = await system.startWorker('control');

      await save(system);
      await eventually(() => receiver.arrived.length >= 1);
      await first.send('SIGKILL');
      receiver.answer = (response) => void response.writeHead(204).end();
      await endLeases(system.databaseUrl);
      await system.startWorker('control');
      await save(system, { salt: 1 });
      await eventually(() => receiver.arrived.length >= 3);

      expect([...receiver.timesById().values()]).toEqual([2, 1]);
      const secrets = { ...system.secrets, 'the secret of the webhook': secret };
      expect(await violations({ ...system, secrets })).toEqual([]);
    }),
  patience,
);

it.concurrent(
  'an API killed in the middle of a stream loses nothing and repeats nothing for who comes back',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      const earlier = await sampleIsTold(system);
      const api = await system.startApi();
      const bearer = { Authorization: `Bearer ${system.keys.apiToken}` };
      const before = await watchEvents(`${api.url}/api/events`, bearer);
      for (let count = 0; count < 3; count += 1) await save(system, { count });
      await eventually(() => before.events.length > 0);

      await api.send('SIGKILL');
      const howItEnded = await before.ended;
      for (let count = 3; count < 6; count += 1) await save(system, { count });
      await api.start();
      const after = await watchEvents(`${api.url}/api/events`, {
        ...bearer,
        'Last-Event-ID': before.lastId() ?? '',
      });
      await save(system, { count: 6 });
      await eventually(() => before.events.length + after.events.length >= 7);
      after.close();

      const all = await system.catalogue.events.after(undefined, 100);
      expect(howItEnded).toBe('broken');
      expect([...before.events, ...after.events].map(({ id }) => id)).toEqual(
        all.slice(earlier.length).map(({ cursor }) => cursor),
      );
      expect(await violations(system)).toEqual([]);
    }),
  patience,
);
