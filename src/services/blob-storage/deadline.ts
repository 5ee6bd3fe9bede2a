/** The work took longer than it may. */
export class DeadlineError extends Error {}

/**
 * Runs work with a signal that fires at the deadline and with the caller's. Then throws {@link DeadlineError}, or the
 * caller's reason. (Not `AbortSignal.any`: on Node 20 each one stays behind with a long-lived caller's signal.)
 */
export async function withDeadline<T>(
  milliseconds: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  caller?.throwIfAborted();
  const stop = new AbortController();
  const onCallerAborts = (): void => stop.abort(caller?.reason);
  const onLate = (): void => stop.abort(new DeadlineError(`Not done in ${milliseconds} ms.`));
  const timer = setTimeout(onLate, milliseconds);
  caller?.addEventListener('abort', onCallerAborts, { once: true });
  try {
    return await work(stop.signal);
  } catch (error) {
    stop.signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', onCallerAborts);
  }
}

/** Shared work goes on when one of those who wait for it stops. */
export async function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  signal.throwIfAborted();
  await Promise.race([work, aborted]);
  signal.throwIfAborted();
  return work;
}
