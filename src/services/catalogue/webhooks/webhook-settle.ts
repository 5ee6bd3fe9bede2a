import { sql, type Transaction } from 'kysely';
import type { ClaimedDelivery, DeliveryOutcome, WebhookTry } from '../../ports';
import { toJson, toText } from '../database/json';
import type { Database } from '../schema';
import { noteChange, type WebhookStore } from './webhooks';

type Held = Pick<ClaimedDelivery, 'deliveryId' | 'webhookId' | 'lease'>;
type Result = { readonly tried: WebhookTry; readonly outcome: DeliveryOutcome };

/** Keeps the try in the log. What follows from it counts only for whoever still holds the lease. */
export async function settleDelivery(
  { db, clock }: Pick<WebhookStore, 'db' | 'clock'>,
  { deliveryId, webhookId, lease }: Held,
  { tried, outcome }: Result,
): Promise<void> {
  const now = clock().toISOString();
  await db.transaction().execute(async (trx) => {
    const kept = await trx
      .updateTable('webhookDelivery')
      .set({
        state: outcome.kind === 'again' ? 'waiting' : outcome.kind,
        lease: null,
        ...(outcome.kind === 'again' ? { nextTryAt: outcome.at.toISOString() } : { endedAt: now }),
      })
      .where('deliveryId', '=', deliveryId)
      .where('lease', '=', lease)
      .executeTakeFirstOrThrow();
    await logTry(trx, deliveryId, tried);
    if (outcome.kind !== 'failed' || kept.numUpdatedRows === 0n) return;
    const disabled = await trx
      .updateTable('webhook')
      .set({ state: 'disabled', disabledBecause: toJson(outcome.disable), disabledAt: now, noticedAt: null })
      .where('webhookId', '=', webhookId)
      .where('state', '=', 'active')
      .returningAll()
      .executeTakeFirst();
    // Nobody did it, and the publisher's history tells of it all the same.
    if (disabled !== undefined) await noteChange(trx, disabled, { kind: 'webhookChanged', actor: null });
  });
}

/** Not for a webhook that was removed in the meantime. */
async function logTry(
  trx: Transaction<Database>,
  deliveryId: string,
  { at, durationMs, status, answer }: WebhookTry,
): Promise<void> {
  await trx
    .insertInto('webhookTry')
    .columns(['deliveryId', 'at', 'durationMs', 'status', 'answer'])
    .expression((make) =>
      make
        .selectFrom('webhookDelivery')
        .select((row) => [
          'deliveryId',
          sql<string>`${at}::timestamptz`.as('at'),
          sql<number>`${durationMs}::integer`.as('durationMs'),
          sql<number | null>`${status}::integer`.as('status'),
          row.val(toText(answer)).as('answer'),
        ])
        .where('deliveryId', '=', deliveryId),
    )
    .execute();
}
