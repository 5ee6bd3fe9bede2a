import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { ClaimedDelivery, LoggedEvent, WebhookQueue } from '../../ports';
import { SealedSecretError, type SecretSeal } from '../secrets/seal-secrets';
import { placeOfSecret, type WebhookStore } from './webhooks';

type Options = Parameters<WebhookQueue['claim']>[0];

/** Takes what is due, for as long as the lease lasts. Two processes never take the same. */
export async function claimDeliveries(
  store: WebhookStore,
  { limit, perWebhook, except, leaseMs }: Options,
): Promise<readonly ClaimedDelivery[]> {
  const { db, clock } = store;
  const now = clock();
  const lease = randomUUID();
  const until = new Date(now.getTime() + leaseMs).toISOString();
  const { rows } = await sql<ClaimedRow>`
    with due as materialized (
      select next.delivery_id from webhook cross join lateral (
        select delivery_id from webhook_delivery
        where webhook_id = webhook.webhook_id and state = 'waiting' and next_try_at <= ${now.toISOString()}
        order by next_try_at, ordinal limit ${perWebhook} for update skip locked
      ) next
      where webhook.state = 'active' and webhook.webhook_id <> all (${except}::uuid[])
      limit ${limit}
    ), taken as (
      update webhook_delivery delivery set lease = ${lease}::uuid, tries = tries + 1, next_try_at = ${until}
      from due where delivery.delivery_id = due.delivery_id
        and state = 'waiting' and next_try_at <= ${now.toISOString()}
      returning delivery.*
    )
    select taken.delivery_id, taken.webhook_id, taken.tries, taken.ordinal,
      webhook.url, webhook.mode, webhook.secret, webhook.previous_secret, webhook.previous_until,
      event.xid || '.' || event.id as cursor, event.publisher_id, event.offer_id, event.publication_id,
      event.kind, event.actor, event.payload, event.at
    from taken join webhook using (webhook_id) join event on event.id = taken.event_id
    order by taken.ordinal`.execute(db);
  return rows.map((row) => toClaimed(store, row, lease));
}

type ClaimedRow = Pick<ClaimedDelivery, 'deliveryId' | 'webhookId' | 'tries' | 'url' | 'mode'> &
  LoggedEvent & {
    readonly secret: Buffer;
    readonly previousSecret: Buffer | null;
    readonly previousUntil: string | null;
  };

function toClaimed({ seal, clock }: WebhookStore, row: ClaimedRow, lease: string): ClaimedDelivery {
  const { deliveryId, webhookId, tries, url, mode, secret, previousSecret, previousUntil } = row;
  const { cursor, publisherId, offerId, publicationId, kind, actor, payload, at } = row;
  const signsToo = previousSecret !== null && Date.parse(previousUntil ?? '') > clock().getTime();
  return {
    deliveryId,
    webhookId,
    lease,
    tries,
    url,
    mode,
    secrets: [secret, ...(signsToo ? [previousSecret] : [])].flatMap((sealed) => {
      const opened = opens(seal, sealed, webhookId);
      return opened === undefined ? [] : [opened];
    }),
    event: { cursor, publisherId, offerId, publicationId, kind, actor, payload, at },
  };
}

/** A secret that does not open (another SECRETS_KEY) must not keep other webhooks from being served. */
function opens(seal: SecretSeal, sealed: Buffer, webhookId: string): string | undefined {
  try {
    return seal.open(sealed, placeOfSecret(webhookId));
  } catch (error) {
    if (error instanceof SealedSecretError) return undefined;
    throw error;
  }
}
