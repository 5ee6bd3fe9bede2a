import { toCloudEvent } from '../../domain/events/cloud-event';
import { secretsOfUrl, shownAnswer } from '../outbound-answer';
import type { ClaimedDelivery, Clock, WebhookTry } from '../ports';
import type { SafeHttp } from '../safe-http/safe-http';
import { SafeHttpError } from '../safe-http/safe-http-error';
import type { SafeResponse } from '../safe-http/safe-request';
import { webhookRequest } from './webhook-request';

const longestAnswer = 64 * 1024;
const usualDeadlineMs = 15_000;

export type Sender = {
  readonly http: Pick<SafeHttp, 'request'>;
  readonly clock: Clock;
  readonly publicUrl: string;
  /** Ends tries that are under way; nobody learns what came of them. */
  readonly signal: AbortSignal;
  /** How long a receiver may take; 15 s unless told. */
  readonly deadlineMs?: number;
};

export type TryResult = { readonly tried: WebhookTry; readonly retryAfterMs: number | undefined };

/** Sends one delivery once. Never throws, but when the sender itself is stopped. Redirects are not followed. */
export async function tryDelivery(sender: Sender, delivery: ClaimedDelivery): Promise<TryResult> {
  const { http, clock, publicUrl, signal, deadlineMs = usualDeadlineMs } = sender;
  const event = toCloudEvent(delivery.event, publicUrl);
  if (event === undefined) throw new Error(`Events of kind ${delivery.event.kind} are told to nobody.`);
  const at = clock();
  const began = performance.now();
  const ended = (status: number | null, answer: string): WebhookTry => ({
    at: at.toISOString(),
    durationMs: Math.round(performance.now() - began),
    status,
    answer,
  });
  if (delivery.secrets.length === 0) {
    const why = 'not sent: its secret cannot be read any more; give the webhook a new one';
    return { tried: ended(null, why), retryAfterMs: undefined };
  }
  try {
    const answer = await http.request({
      ...webhookRequest(delivery, event, at),
      method: 'POST',
      url: delivery.url,
      maxBytes: longestAnswer,
      deadlineMs,
      signal,
    });
    const shown = shownAnswer(answer.status, wordsOf(answer), [
      ...delivery.secrets,
      ...secretsOfUrl(delivery.url),
    ]);
    return { tried: ended(answer.status, shown), retryAfterMs: retryAfter(answer, at) };
  } catch (error) {
    if (!(error instanceof SafeHttpError) || error.code === 'canceled') throw error;
    return { tried: ended(null, error.detail), retryAfterMs: undefined };
  }
}

function wordsOf({ status, headers, body }: SafeResponse): string {
  const isRedirect = status >= 300 && status < 400 && headers['location'] !== undefined;
  return isRedirect ? 'It redirects, which is not followed.' : body.toString('utf8');
}

/** RFC 9110: seconds, or a date. */
function retryAfter({ headers }: SafeResponse, now: Date): number | undefined {
  const text = headers['retry-after'];
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time - now.getTime();
}
