import { sql } from 'kysely';
import { toldKinds } from '../../../domain/events/event-types';
import type { Clock, WebhookDelivery, Webhooks, WebhookTry } from '../../ports';
import type { Connection } from '../database/connection';
import { isFinal } from '../events/final-events';

type Page = Parameters<Webhooks['deliveries']>[1];

const shownTries = 20;

/** A webhook's deliveries with their newest tries; newest first. */
export async function listDeliveries(
  db: Connection,
  webhookId: string,
  { limit, before, state }: Page,
): Promise<readonly WebhookDelivery[]> {
  const rows = await db
    .selectFrom('webhookDelivery as delivery')
    .innerJoin('event', 'event.id', 'delivery.eventId')
    .select(['deliveryId', 'ordinal', 'state', 'createdAt', 'endedAt', 'nextTryAt', 'event.kind'])
    .select(sql<string>`event.xid || '.' || event.id`.as('eventCursor'))
    .where('webhookId', '=', webhookId)
    .$if(before !== undefined, (query) => query.where('ordinal', '<', before ?? 0n))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'waiting'))
    .orderBy('ordinal', 'desc')
    .limit(limit)
    .execute();
  const tries = await triesOf(
    db,
    rows.map(({ deliveryId }) => deliveryId),
  );
  return rows.map(({ eventCursor, nextTryAt, ...row }) => ({
    ...row,
    eventId: eventCursor,
    nextTryAt: row.state === 'waiting' ? nextTryAt : null,
    tries: tries.get(row.deliveryId) ?? [],
  }));
}

async function triesOf(
  db: Connection,
  deliveryIds: readonly string[],
): Promise<ReadonlyMap<string, readonly WebhookTry[]>> {
  if (deliveryIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('webhookTry')
    .select(['deliveryId', 'at', 'durationMs', 'status', 'answer'])
    .where('deliveryId', 'in', deliveryIds)
    .orderBy('tryId', 'desc')
    .execute();
  const tries = new Map<string, WebhookTry[]>();
  for (const { deliveryId, ...each } of rows) {
    const known = tries.get(deliveryId) ?? [];
    if (known.length < shownTries) tries.set(deliveryId, [...known, each]);
  }
  return tries;
}

type Store = { readonly db: Connection; readonly clock: Clock };

/** As if it had never been tried; whoever is sending it just now settles nothing any more. */
const anew = (now: string) =>
  ({ state: 'waiting', tries: 0, nextTryAt: now, lease: null, endedAt: null }) as const;

export async function redeliver(
  { db, clock }: Store,
  webhookId: string,
  deliveryId: string,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhookDelivery')
    .set(anew(clock().toISOString()))
    .where('webhookId', '=', webhookId)
    .where('deliveryId', '=', deliveryId)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Deliveries that were made before keep their ids, so that receivers know them again. */
export async function replay({ db, clock }: Store, webhookId: string, from: Date): Promise<number> {
  const now = clock().toISOString();
  const since = from.toISOString();
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('webhookDelivery')
    .columns(['webhookId', 'eventId', 'nextTryAt', 'createdAt'])
    .expression((make) =>
      make
        .selectFrom('event')
        .innerJoin('webhook', 'webhook.publisherId', 'event.publisherId')
        .select((row) => ['webhook.webhookId', 'event.id', row.val(now).as('next'), row.val(now).as('made')])
        .where('webhook.webhookId', '=', webhookId)
        .where('event.at', '>=', since)
        .where('event.kind', 'in', toldKinds)
        .where(sql<boolean>`(cardinality(webhook.kinds) = 0 or event.kind = any (webhook.kinds))`)
        // What has no final place yet is sent anyway, when it has one.
        .where(isFinal)
        .orderBy('event.xid')
        .orderBy('event.id'),
    )
    .onConflict((conflict) => conflict.columns(['webhookId', 'eventId']).doUpdateSet(anew(now)))
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows);
}
