import type { Patience } from './api/persist';
import type { Asked } from './asked';
import { deadlineOf, isWaiting, type WaitFlags } from './wait-flags';

/** Who waits for a publication also waits for an API that restarts, as long as they said. */
export function patienceOf(asked: Asked<WaitFlags>): { readonly patience?: Patience } {
  if (!isWaiting(asked.flags) || asked.flags.timeout === undefined) return {};
  const patience: Patience = {
    until: deadlineOf(asked.flags),
    evenIfAbsent: true,
    interrupted: asked.surroundings.interrupted,
    tell: ({ message }) => asked.remark(`${message} Trying again.\n`),
  };
  return { patience };
}
