import { inspectGuest } from '../inspection/guest/inspect-guest';
import type { GuestInspection } from '../services/ports';

/** One image at a time: each costs a thread with a library of its own, and a worker's memory is counted. */
export function guestsInTurn(inspect: GuestInspection = inspectGuest): GuestInspection {
  let before: Promise<unknown> = Promise.resolve();
  return (asked) => {
    const turn = before.then(() => {
      asked.signal.throwIfAborted();
      return inspect(asked);
    });
    before = turn.catch(() => undefined);
    return turn;
  };
}
