import type { Log } from '../log';
import { createSafeHttp } from '../services/safe-http/safe-http';
import { createDispatcher } from '../services/webhooks/dispatcher';
import { atMostEvery } from './at-most-every';
import type { Services } from './services';

/** How long a redelivery, or a try whose time has come, may lie around. New events are noticed at once. */
const everyMs = 1000;
/**
 * Events come in bursts, a publication's dozens within a second. A round for each was a third of all that a worker asked of
 * the database, most of it beside a step that somebody was waiting for.
 */
const restMs = 200;
const graceMs = 5000;

export type WebhookSettings = {
  readonly TRUSTED_ORIGINS: readonly string[];
  readonly PUBLIC_URL: string;
};

/** Sends webhooks for as long as the process runs. Several processes share the work. */
export function startWebhooks(
  { catalogue, clock }: Pick<Services, 'catalogue' | 'clock'>,
  settings: WebhookSettings,
  log: Log,
): { readonly stop: () => Promise<void> } {
  const http = createSafeHttp({ trustedOrigins: settings.TRUSTED_ORIGINS });
  const stopping = new AbortController();
  const giveUp = new AbortController();
  const bell = createBell();
  const sender = { http, clock, publicUrl: settings.PUBLIC_URL, signal: giveUp.signal };
  const roles = { ...sender, queue: catalogue.webhookQueue, random: Math.random, log };
  const dispatcher = createDispatcher(roles, bell.ring);
  // Without the bell there are still the rounds.
  catalogue.events.watch(atMostEvery(restMs, bell.ring)).catch((error: unknown) => {
    log.warn({ err: error }, 'webhooks cannot listen for events; they look for them each second');
  });
  const ended = (async () => {
    while (!stopping.signal.aborted) {
      await dispatcher.round().catch((error: unknown) => {
        log.warn({ err: error }, 'a round of webhooks was not finished');
      });
      await bell.wait(everyMs);
    }
  })();
  return {
    async stop() {
      stopping.abort();
      bell.ring();
      await ended;
      const impatience = setTimeout(() => giveUp.abort(), graceMs);
      await dispatcher.idle();
      clearTimeout(impatience);
      await http.close();
    },
  };
}

/** Wakes whoever waits, or the next one who would. */
function createBell(): { readonly ring: () => void; readonly wait: (mostMs: number) => Promise<void> } {
  let isRung = false;
  let wake = (): void => undefined;
  return {
    ring() {
      isRung = true;
      wake();
    },
    async wait(mostMs) {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, mostMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isRung = false;
    },
  };
}
