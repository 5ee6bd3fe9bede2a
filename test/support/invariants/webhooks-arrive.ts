import { toldKinds } from '../../../src/domain/events/event-types';
import type { Invariant } from './invariant';
import type { RealSystem } from '../real-system';
import { tableRows } from '../table-rows';
import { until } from '../until';

type Due = {
  readonly webhookId: string;
  readonly eventId: string;
  readonly kind: string;
  readonly deliveryId: string | null;
  readonly state: string | null;
};

/** Every event that a webhook asked for has arrived at its receiver, under one id however often it was sent (I5). */
export const everyWebhookArrives: Invariant = async (system, patienceMs) => {
  let faults: readonly string[] = [];
  await until(
    'all webhooks are there',
    async () => {
      const due = await dueDeliveries(system);
      faults = due.flatMap((each) => deliveryFaults(system, each));
      return faults.length === 0;
    },
    patienceMs,
  ).catch(() => undefined);
  return [...faults, ...(await unknownArrivals(system))];
};

/** An event that no delivery was made of has none here. */
function dueDeliveries({ databaseUrl }: RealSystem): Promise<readonly Due[]> {
  const kinds = toldKinds.map((kind) => `'${kind}'`).join();
  return tableRows<Due>(
    databaseUrl,
    `select webhook.webhook_id as "webhookId", event.xid || '.' || event.id as "eventId", event.kind,
       delivery.delivery_id as "deliveryId", delivery.state
     from webhook
     join event on event.publisher_id = webhook.publisher_id
       and (event.xid, event.id) > (webhook.since_xid, webhook.since_id) and event.kind in (${kinds})
       and (cardinality(webhook.kinds) = 0 or event.kind = any (webhook.kinds))
     left join webhook_delivery delivery
       on delivery.webhook_id = webhook.webhook_id and delivery.event_id = event.id
     where webhook.state = 'active'`,
  );
}

function deliveryFaults(
  { receiver }: RealSystem,
  { webhookId, eventId, kind, deliveryId, state }: Due,
): readonly string[] {
  const isReceived = receiver === undefined || receiver.arrived.some(({ id }) => id === deliveryId);
  return state === 'delivered' && isReceived
    ? []
    : [`I5 ${kind} ${eventId} did not arrive at webhook ${webhookId}`];
}

/** To the receiver another id is another event: each must be that of the one delivery there is of it. */
async function unknownArrivals({ databaseUrl, receiver }: RealSystem): Promise<readonly string[]> {
  if (receiver === undefined) return [];
  const rows = await tableRows<{ id: string }>(databaseUrl, 'select delivery_id as id from webhook_delivery');
  const known = new Set(rows.map(({ id }) => id));
  return [...receiver.timesById().keys()]
    .filter((id) => !known.has(id))
    .map((id) => `I5 the receiver got ${id}, which no delivery is called`);
}
