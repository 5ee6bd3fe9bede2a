import type { OfferKey } from '../../domain/offer/ids';
import type { LiveCheck } from '../../domain/product-page/live-check';
import type { LiveChecker } from '../../services/ports';

/**
 * Checks each offer once at a time: a check reads every live byte, so whoever asks meanwhile gets its answer too. It
 * ends early when nobody waits for it any more.
 */
export function sharedLiveChecker(checker: LiveChecker): LiveChecker {
  const underWay = new Map<string, SharedCheck>();

  function begin(key: string, offer: OfferKey): SharedCheck {
    const stop = new AbortController();
    const answer = checker.check(offer, stop.signal).finally(() => forget(key, check));
    const check: SharedCheck = { answer, stop, waiting: 0 };
    underWay.set(key, check);
    return check;
  }

  function leave(key: string, check: SharedCheck): void {
    check.waiting -= 1;
    if (check.waiting > 0) return;
    forget(key, check);
    check.stop.abort();
  }

  /** The offer may have another check by now. */
  function forget(key: string, check: SharedCheck): void {
    if (underWay.get(key) === check) underWay.delete(key);
  }

  return {
    async check(offer, signal) {
      signal?.throwIfAborted();
      const key = `${offer.publisherId}/${offer.offerId}`;
      const check = underWay.get(key) ?? begin(key, offer);
      check.waiting += 1;
      signal?.addEventListener('abort', () => leave(key, check));
      return check.answer;
    },
  };
}

type SharedCheck = {
  readonly answer: Promise<LiveCheck>;
  readonly stop: AbortController;
  waiting: number;
};
