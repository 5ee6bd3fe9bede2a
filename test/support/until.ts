import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks until there is an answer that counts; a question that fails is asked again, because what is asked may be down on
 * purpose. Says what it waited for when it is in vain; `what` may tell it by what was seen last. The longer it has
 * waited, the more rarely it asks: fifty questions a second, for minutes, would keep from working what they wait for.
 */
export async function until<T>(
  what: string | (() => string),
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  withinMs = 480_000,
): Promise<T> {
  const began = Date.now();
  const deadline = began + withinMs;
  let failure: unknown;
  while (Date.now() < deadline) {
    try {
      const answer = await answered(ask(), deadline);
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      failure = error;
    }
    await pause(Math.min(20 + (Date.now() - began) / 20, 200));
  }
  throw new Error(`In vain for ${withinMs / 1000} s: ${typeof what === 'string' ? what : what()}`, {
    cause: failure,
  });
}

/** Undefined when the deadline comes first. */
async function answered<T>(answer: T | Promise<T>, deadline: number): Promise<T | undefined> {
  const stop = new AbortController();
  const late = pause(Math.max(deadline - Date.now(), 0), undefined, { signal: stop.signal });
  try {
    return await Promise.race([answer, late]);
  } finally {
    stop.abort();
    late.catch(() => undefined);
  }
}
