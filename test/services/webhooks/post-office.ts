import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { createSafeHttp } from '../../../src/services/safe-http/safe-http';
import { createDispatcher, type Dispatcher } from '../../../src/services/webhooks/dispatcher';
import type { WebhookDelivery, WebhookQueue, WebhookRecord } from '../../../src/services/ports';
import { type FreshCatalogue, freshCatalogue } from '../../support/fresh-catalogue';
import { startWebhookReceiver, type WebhookReceiver } from '../../support/webhook-receiver';
import { actor, draft, offer } from '../catalogue/sample';

export const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** A real catalogue, a real receiver, and dispatchers between them; the clock is the test's. */
export type PostOffice = FreshCatalogue & {
  readonly receiver: WebhookReceiver;
  readonly now: () => Date;
  readonly wait: (ms: number) => void;
  readonly subscribe: (change?: Partial<WebhookRecord>) => Promise<WebhookRecord>;
  /** The newest first. */
  readonly deliveriesOf: (webhook: WebhookRecord) => Promise<readonly WebhookDelivery[]>;
  /** Saves so many drafts: one event each. */
  readonly happen: (count: number, publisherId?: string) => Promise<void>;
  readonly dispatcher: (queue?: Partial<WebhookQueue>, signal?: AbortSignal) => Dispatcher;
  /** Rounds until it is so. */
  readonly sendUntil: (isSo: () => boolean | Promise<boolean>, dispatcher?: Dispatcher) => Promise<void>;
  readonly logged: unknown[];
};

/** `deadlineMs`: how long a receiver may take; unless told longer than a busy machine lets it wait. */
export async function openPostOffice(deadlineMs = 60_000): Promise<PostOffice> {
  let time = Date.now();
  const now = (): Date => new Date(time);
  const fresh = await freshCatalogue(now);
  const receiver = await startWebhookReceiver();
  const http = createSafeHttp({ trustedOrigins: [receiver.origin], quietMs: deadlineMs });
  const { catalogue } = fresh;
  const logged: unknown[] = [];
  const usual = { http, clock: now, publicUrl: 'http://offers.example', random: () => 0.5, deadlineMs };
  const log = { warn: (entry: unknown) => void logged.push(entry) };
  const dispatcher: PostOffice['dispatcher'] = (queue = {}, signal = new AbortController().signal) =>
    createDispatcher({ ...usual, log, signal, queue: { ...catalogue.webhookQueue, ...queue } });
  return {
    ...fresh,
    receiver,
    logged,
    now,
    wait: (ms) => (time += ms),
    dispatcher,
    async subscribe(change = {}) {
      const { publisherId } = offer;
      const settings = { url: receiver.url, kinds: [], mode: 'structured', contactEmail: null } as const;
      const made = await catalogue.webhooks.create(
        { ...settings, webhookId: randomUUID(), publisherId, createdBy: actor, ...change },
        { secret, limit: 20 },
      );
      if (made.kind === 'tooMany') throw new Error('too many webhooks');
      return made.webhook;
    },
    deliveriesOf: ({ webhookId }) => catalogue.webhooks.deliveries(webhookId, { limit: 100 }),
    async happen(count, publisherId = offer.publisherId) {
      for (let done = 0; done < count; done += 1) {
        await catalogue.offers.saveDraft({ ...offer, publisherId }, draft(), { actor });
      }
    },
    async sendUntil(isSo, sender = dispatcher()) {
      const deadline = Date.now() + 240_000;
      while (!(await isSo())) {
        if (Date.now() > deadline) throw new Error(`Not so after four minutes: ${isSo.toString()}`);
        await sender.round();
        await sender.idle();
        // What happens elsewhere on the server can hold events back: asking faster would only hold them longer.
        await pause(10);
      }
    },
    async drop() {
      await receiver.close();
      await http.close();
      await fresh.drop();
    },
  };
}
