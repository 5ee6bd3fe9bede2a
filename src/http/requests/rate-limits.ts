import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How much one asker may ask within a minute. */
export type RateLimit = {
  /** Counts one; seconds to wait when that was too much. */
  readonly take: (asker: string) => Promise<number | undefined>;
  /** Takes it back: it was not what is limited. */
  readonly giveBack: (asker: string) => Promise<void>;
};

export type RateLimits = {
  /** Requests, by actor: one token is one actor. */
  readonly requests: RateLimit;
  /** Attempts to sign in or to get a short-lived token that did not succeed, by address. */
  readonly signIns: RateLimit;
  /** Bearer tokens that are not ours, by address. */
  readonly wrongTokens: RateLimit;
};

export type RateLimitSettings = { readonly requests: number; readonly failures: number };

/**
 * Counted in the memory of each API process, so with n of them behind a balancer up to n times as much passes. It
 * is a guard against one client's runaway loop, not an account of use: a shared count would cost every request a
 * write to PostgreSQL, which is slower and more precious than most answers are.
 */
export function createRateLimits({ requests, failures }: RateLimitSettings): RateLimits {
  return {
    requests: perMinute(requests),
    signIns: perMinute(failures),
    wrongTokens: perMinute(failures),
  };
}

function perMinute(points: number): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: 60 });
  return {
    async take(asker) {
      try {
        await limiter.consume(asker);
        return undefined;
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
      }
    },
    async giveBack(asker) {
      await limiter.reward(asker);
    },
  };
}
