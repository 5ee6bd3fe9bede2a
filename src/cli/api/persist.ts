import { setTimeout as pause } from 'node:timers/promises';
import { ApiTrouble } from './trouble';

export type Patience = {
  /** Milliseconds since the epoch; from then on the newest trouble is thrown. */
  readonly until: number;
  /** Whether to go on where nothing listens: an API that restarts looks like that, and so does a wrong address. */
  readonly evenIfAbsent: boolean;
  readonly interrupted: AbortSignal;
  /** Called once, at the first trouble. */
  readonly tell: (trouble: ApiTrouble) => void;
};

const firstPauseMs = 250;
const longestPauseMs = 10_000;

/** Does it again, with longer and longer pauses, as long as the API is in trouble. Other failures end it at once. */
export async function persist<T>(work: () => Promise<T>, patience: Patience): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ApiTrouble) || (error.isAbsent && !patience.evenIfAbsent)) throw error;
      const rest = patience.until - Date.now();
      const wait = error.retryAfterMs ?? Math.min(firstPauseMs * 2 ** attempt, longestPauseMs);
      if (wait >= rest) throw error;
      if (attempt === 0) patience.tell(error);
      await interruptiblePause(wait, patience.interrupted);
    }
  }
}

/** Rejects with the reason of the interruption. */
export async function interruptiblePause(milliseconds: number, interrupted: AbortSignal): Promise<void> {
  try {
    await pause(milliseconds, undefined, { signal: interrupted });
  } catch (error) {
    interrupted.throwIfAborted();
    throw error;
  }
}
