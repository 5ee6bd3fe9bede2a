import { sql, type Selectable, type Transaction, type Updateable } from 'kysely';
import type { Clock, WebhookChange, WebhookKey, WebhookRecord, Webhooks } from '../../ports';
import { appendEvents } from '../events/append-events';
import type { Connection } from '../database/connection';
import { isFinal } from '../events/final-events';
import type { Database } from '../schema';
import type { SecretSeal } from '../secrets/seal-secrets';
import type { WebhookTable } from '../tables/webhooks';
import { listDeliveries, redeliver, replay } from './webhook-deliveries';

export type WebhookStore = { readonly db: Connection; readonly seal: SecretSeal; readonly clock: Clock };

/** Where a webhook's secrets are at home: they open nowhere else. */
export const placeOfSecret = (webhookId: string): string => `webhook/${webhookId}`;

export const webhooksIn = (store: WebhookStore): Webhooks => ({
  create: (webhook, options) => create(store, webhook, options),

  async list(publisherId) {
    const rows = await store.db
      .selectFrom('webhook')
      .selectAll()
      .where('publisherId', '=', publisherId)
      .orderBy('createdAt')
      .orderBy('webhookId')
      .execute();
    return rows.map(toWebhookRecord);
  },

  async find(key) {
    const row = await store.db.selectFrom('webhook').selectAll().where(isThe(key)).executeTakeFirst();
    return row && toWebhookRecord(row);
  },

  change: (key, change, actor) =>
    noted(store, { kind: 'webhookChanged', actor }, (trx) =>
      trx
        .updateTable('webhook')
        .set(columnsOf(change, store.clock().toISOString()))
        .where(isThe(key))
        .returningAll()
        .executeTakeFirst(),
    ),

  async remove(key, actor) {
    const removed = await noted(store, { kind: 'webhookRemoved', actor }, (trx) =>
      trx.deleteFrom('webhook').where(isThe(key)).returningAll().executeTakeFirst(),
    );
    return removed !== undefined;
  },

  rotateSecret: (key, { secret, previousUntil }, actor) =>
    noted(store, { kind: 'webhookSecretChanged', actor }, (trx) =>
      trx
        .updateTable('webhook')
        .set((columns) => ({
          previousSecret: columns.ref('secret'),
          previousUntil: previousUntil.toISOString(),
          secret: store.seal.seal(secret, placeOfSecret(key.webhookId)),
        }))
        .where(isThe(key))
        .returningAll()
        .executeTakeFirst(),
    ),

  deliveries: (webhookId, page) => listDeliveries(store.db, webhookId, page),
  redeliver: (webhookId, deliveryId) => redeliver(store, webhookId, deliveryId),
  replay: (webhookId, from) => replay(store, webhookId, from),
});

type Create = Webhooks['create'];

function create(
  { db, seal, clock }: WebhookStore,
  { webhookId, publisherId, kinds, ...settings }: Parameters<Create>[0],
  { secret, limit }: Parameters<Create>[1],
): ReturnType<Create> {
  return db.transaction().execute(async (trx) => {
    // One at a time for each publisher: two at once must not both be the last one allowed.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`webhooks ${publisherId}`}, 0))`.execute(trx);
    const key = { publisherId, webhookId };
    const existing = await trx.selectFrom('webhook').selectAll().where(isThe(key)).executeTakeFirst();
    if (existing !== undefined) return { kind: 'existing', webhook: toWebhookRecord(existing) };
    if ((await countOf(trx, publisherId)) >= limit) return { kind: 'tooMany' };
    const row = await trx
      .insertInto('webhook')
      .values({
        ...settings,
        webhookId,
        publisherId,
        kinds: [...kinds],
        secret: seal.seal(secret, placeOfSecret(webhookId)),
        ...(await lastFinalEvent(trx)),
        createdAt: clock().toISOString(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    const webhook = await noteChange(trx, row, { kind: 'webhookCreated', actor: row.createdBy });
    return { kind: 'created', webhook };
  });
}

/** Turned on again, it forgets why it was disabled. */
function columnsOf({ kinds, state, ...settings }: WebhookChange, now: string): Updateable<WebhookTable> {
  return {
    ...settings,
    ...(kinds && { kinds: [...kinds] }),
    ...(state && { state, disabledBecause: null, noticedAt: null }),
    ...(state && { disabledAt: state === 'disabled' ? now : null }),
  };
}

type Change = {
  readonly kind: 'webhookCreated' | 'webhookChanged' | 'webhookRemoved' | 'webhookSecretChanged';
  /** Null for what we did ourselves. */
  readonly actor: string | null;
};

/** Changes one webhook, if there is one, and notes it. */
function noted(
  { db }: WebhookStore,
  change: Change,
  work: (trx: Transaction<Database>) => Promise<Selectable<WebhookTable> | undefined>,
): Promise<WebhookRecord | undefined> {
  return db.transaction().execute(async (trx) => {
    const row = await work(trx);
    return row && noteChange(trx, row, change);
  });
}

/** Who changed what stands in the event table; of the address only its host, because the rest may be a key. */
export async function noteChange(
  trx: Transaction<Database>,
  row: Selectable<WebhookTable>,
  { kind, actor }: Change,
): Promise<WebhookRecord> {
  const { webhookId, publisherId, url, kinds, mode, state, disabledBecause } = row;
  const why = disabledBecause === null ? {} : { disabledBecause };
  const payload = { webhookId, receiver: new URL(url).host, kinds, mode, state, ...why };
  await appendEvents(trx, [{ publisherId, offerId: '', kind, actor, payload }]);
  return toWebhookRecord(row);
}

const isThe = ({ publisherId, webhookId }: WebhookKey) =>
  sql<boolean>`publisher_id = ${publisherId} and webhook_id = ${webhookId}::uuid`;

async function countOf(trx: Transaction<Database>, publisherId: string): Promise<number> {
  const { count } = await trx
    .selectFrom('webhook')
    .select((row) => row.fn.countAll<bigint>().as('count'))
    .where('publisherId', '=', publisherId)
    .executeTakeFirstOrThrow();
  return Number(count);
}

async function lastFinalEvent(
  trx: Transaction<Database>,
): Promise<{ readonly sinceXid: string; readonly sinceId: bigint }> {
  const row = await trx
    .selectFrom('event')
    .select([sql<string>`xid::text`.as('sinceXid'), 'id as sinceId'])
    .where(isFinal)
    .orderBy('xid', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { sinceXid: '0', sinceId: 0n };
}

export function toWebhookRecord(row: Selectable<WebhookTable>): WebhookRecord {
  const { webhookId, publisherId, url, kinds, mode, contactEmail, state } = row;
  const { disabledBecause, disabledAt, previousUntil, createdBy, createdAt } = row;
  const settings = { webhookId, publisherId, url, kinds, mode, contactEmail, state };
  return { ...settings, disabledBecause, disabledAt, previousUntil, createdBy, createdAt };
}
