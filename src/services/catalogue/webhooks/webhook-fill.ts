import { sql } from 'kysely';
import { toldKinds } from '../../../domain/events/event-types';
import { isFinal } from '../events/final-events';
import type { WebhookStore } from './webhooks';

type Page = { readonly events: number; readonly lastXid: string | null; readonly lastId: bigint | null };

/**
 * Makes deliveries of the feed's next events, and moves on past them in the same transaction. Whoever finds another
 * process at it has nothing to do. Returns how many events were passed.
 */
export async function fillDeliveries(
  { db, clock }: Pick<WebhookStore, 'db' | 'clock'>,
  limit: number,
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const place = await trx
      .selectFrom('webhookFeed')
      .select([sql<string>`xid::text`.as('xid'), 'id'])
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (place === undefined) return 0;
    const now = clock().toISOString();
    const { rows } = await sql<Page>`
      with page as materialized (
        select id, xid, publisher_id, kind from event
        where (xid, id) > (${place.xid}::xid8, ${place.id}::bigint)
          and ${isFinal}
        order by xid, id limit ${limit}
      ), made as (
        insert into webhook_delivery (webhook_id, event_id, next_try_at, created_at)
        select webhook.webhook_id, page.id, ${now}::timestamptz, ${now}::timestamptz
        from page join webhook on webhook.publisher_id = page.publisher_id
        where webhook.state = 'active'
          and (page.xid, page.id) > (webhook.since_xid, webhook.since_id)
          and page.kind = any (${toldKinds}::text[])
          and (cardinality(webhook.kinds) = 0 or page.kind = any (webhook.kinds))
        order by page.xid, page.id
        on conflict (webhook_id, event_id) do nothing
      )
      select count(*)::integer as events,
        (array_agg(xid order by xid desc, id desc))[1]::text as last_xid,
        (array_agg(id order by xid desc, id desc))[1] as last_id
      from page`.execute(trx);
    const { events = 0, lastXid = null, lastId = null } = rows[0] ?? {};
    if (lastXid === null || lastId === null) return 0;
    await trx.updateTable('webhookFeed').set({ xid: lastXid, id: lastId }).execute();
    return events;
  });
}
