import type { Clock, IdempotentRequests, Operations, WebhookQueue } from '../services/ports';

export type OldTrafficRoles = {
  readonly webhookQueue: Pick<WebhookQueue, 'prune'>;
  readonly idempotentRequests: Pick<IdempotentRequests, 'prune'>;
  readonly operations: Pick<Operations, 'pruneSenders'>;
  readonly clock: Clock;
};

/** As long as a publisher may look at a delivery, or send something again. */
const keptMs = 30 * 24 * 3_600_000;

/**
 * Drops what nobody can ask for any more: deliveries that ended a month ago, who sent what was refused then, answers kept
 * for a day.
 */
export async function forgetOldTraffic({
  webhookQueue,
  idempotentRequests,
  operations,
  clock,
}: OldTrafficRoles): Promise<void> {
  const monthAgo = new Date(clock().getTime() - keptMs);
  await webhookQueue.prune(monthAgo);
  await operations.pruneSenders(monthAgo);
  await idempotentRequests.prune();
}
