/** The reason a signal carries when its deadline, not its caller, ended it. */
export class DeadlinePassed extends Error {}

/**
 * Runs work under a signal that ends with the caller's or after `deadlineMs`. Listener and timer go with the
 * work: `AbortSignal.any` would keep something of each of a large image's thousands of requests on the caller's signal.
 */
export async function withinDeadline<T>(
  deadlineMs: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const cancel = (): void => controller.abort(caller?.reason);
  const timer = setTimeout(() => controller.abort(new DeadlinePassed()), deadlineMs);
  caller?.addEventListener('abort', cancel, { once: true });
  if (caller?.aborted === true) cancel();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener('abort', cancel);
  }
}
