import { judgeTry, type TryVerdict } from '../../domain/webhooks/judge-try';
import type { Log } from '../../log';
import type { ClaimedDelivery, DeliveryOutcome, WebhookQueue } from '../ports';
import { type Sender, tryDelivery } from './try-delivery';

const eventsAtOnce = 500;
const mostUnderWay = 32;
/** A receiver that is slow keeps so many of our hands busy, and no more. */
const perWebhook = 4;
/** Four times a try's deadline: whoever has not settled by then has died. */
const leaseMs = 60_000;

export type DispatcherRoles = Sender & {
  readonly queue: Pick<WebhookQueue, 'fill' | 'claim' | 'settle'>;
  /** 0 to 1. */
  readonly random: () => number;
  readonly log: Pick<Log, 'warn'>;
};

/**
 * Sends what happened to whoever wants to know. Any number of these may run at once. What one of them was sending
 * when it died is sent again by another, under the same id.
 */
export type Dispatcher = {
  /** Brings the queue up to date and begins what is due. Throws when the database does not answer. */
  readonly round: () => Promise<void>;
  /** Waits for what is under way. */
  readonly idle: () => Promise<void>;
};

/** `onFree` is called whenever something has ended, so that the next round need not wait. */
export function createDispatcher(roles: DispatcherRoles, onFree: () => void = () => undefined): Dispatcher {
  const { queue } = roles;
  const underWay = new Map<Promise<void>, string>();

  function begin(delivery: ClaimedDelivery): void {
    const work = send(roles, delivery)
      .catch((error: unknown) => {
        const { deliveryId, webhookId } = delivery;
        roles.log.warn(
          { err: error, deliveryId, webhookId },
          'a webhook try was not settled; it comes again',
        );
      })
      .finally(() => {
        underWay.delete(work);
        onFree();
      });
    underWay.set(work, delivery.webhookId);
  }

  const busyWebhooks = (): readonly string[] => {
    const counts = new Map<string, number>();
    for (const id of underWay.values()) counts.set(id, (counts.get(id) ?? 0) + 1);
    return [...counts].filter(([, count]) => count >= perWebhook).map(([id]) => id);
  };

  return {
    async round() {
      while ((await queue.fill(eventsAtOnce)) === eventsAtOnce);
      while (underWay.size < mostUnderWay && !roles.signal.aborted) {
        const limit = mostUnderWay - underWay.size;
        const due = await queue.claim({ limit, perWebhook, except: busyWebhooks(), leaseMs });
        due.forEach(begin);
        if (due.length === 0) return;
      }
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay.keys());
    },
  };
}

async function send(roles: DispatcherRoles, delivery: ClaimedDelivery): Promise<void> {
  const { tried, retryAfterMs } = await tryDelivery(roles, delivery);
  const verdict = judgeTry({ status: tried.status, tries: delivery.tries, retryAfterMs }, roles.random());
  await roles.queue.settle(delivery, tried, outcomeOf(verdict, roles.clock()));
}

function outcomeOf(verdict: TryVerdict, now: Date): DeliveryOutcome {
  return verdict.kind === 'again' ? { kind: 'again', at: new Date(now.getTime() + verdict.inMs) } : verdict;
}
