import type { Clock, IdempotentRequests, WebhookQueue } from '../services/ports';

export type OldTrafficRoles = {
  readonly webhookQueue: Pick<WebhookQueue, 'prune'>;
  readonly idempotentRequests: Pick<IdempotentRequests, 'prune'>;
  readonly clock: Clock;
};

/** As long as a publisher may look at a delivery, or have it sent again. */
const deliveriesKeptMs = 30 * 24 * 3_600_000;

/** Drops what nobody can ask for any more: deliveries that ended a month ago, answers kept for a day. */
export async function forgetOldTraffic({
  webhookQueue,
  idempotentRequests,
  clock,
}: OldTrafficRoles): Promise<void> {
  await webhookQueue.prune(new Date(clock().getTime() - deliveriesKeptMs));
  await idempotentRequests.prune();
}
