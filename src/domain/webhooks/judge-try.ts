import type { Message } from '../text/language';

/** What came of a try: the receiver's status, null when nobody answered. */
export type Tried = {
  readonly status: number | null;
  /** Which try of this delivery it was; 1 for the first. */
  readonly tries: number;
  /** How long the receiver asks us to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
};

export type TryVerdict =
  | { readonly kind: 'delivered' }
  | { readonly kind: 'again'; readonly inMs: number }
  | { readonly kind: 'failed'; readonly disable: Message };

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** What is waited after each try: about three days in all. */
const waits = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  12 * hour,
  20 * hour,
  day,
];

const gone = 410;

/**
 * Any 2xx is delivered. 410 means that nobody wants this any more; everything else is tried again until patience
 * ends. `jitter` (0 to 1) spreads the tries of many deliveries, so that a receiver that comes back is not run over.
 */
export function judgeTry({ status, tries, retryAfterMs = 0 }: Tried, jitter: number): TryVerdict {
  if (status !== null && status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === gone) return { kind: 'failed', disable: { code: 'webhook.gone', params: {} } };
  const wait = waits[tries - 1];
  if (wait === undefined)
    return { kind: 'failed', disable: { code: 'webhook.exhausted', params: { tries } } };
  const spread = Math.round(wait * (0.8 + 0.4 * jitter));
  return { kind: 'again', inMs: Math.max(spread, Math.min(retryAfterMs, day)) };
}
