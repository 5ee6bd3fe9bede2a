import { heartbeat } from '@temporalio/activity';

const everyMs = 5_000;

/**
 * Tells Temporal that the worker is alive, during work that has nothing to tell before its end. It is also the only way to
 * hear of a cancellation meanwhile.
 */
export async function beating<T>(phase: string, work: () => Promise<T>): Promise<T> {
  heartbeat({ phase });
  const timer = setInterval(() => heartbeat({ phase }), everyMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
