import { certifiedBytesEverywhere } from './invariants/certified-bytes';
import { eachMessageOnce } from './invariants/each-message-once';
import { logTellsTheRun } from './invariants/log-tells-the-run';
import { nothingLeftBehind } from './invariants/nothing-left-behind';
import { onlyApprovedIsLive } from './invariants/only-approved-is-live';
import { secretsAreKept } from './invariants/secrets-are-kept';
import type { RealSystem } from './real-system';

/** Says in words what is not as it should be; empty is good. */
export type Invariant = (system: RealSystem) => Promise<readonly string[]>;

/** I1 to I9 of the design; one check can answer for several. */
const invariants: readonly Invariant[] = [
  logTellsTheRun, // I7, I8
  onlyApprovedIsLive, // I1, I3, I4
  certifiedBytesEverywhere, // I2
  eachMessageOnce, // I5
  nothingLeftBehind, // I6
  secretsAreKept, // I9
];

/** What must be true of every offer, run, store, mail and log, whatever has happened. Needs a worker that runs. */
export async function violations(system: RealSystem): Promise<readonly string[]> {
  const found: string[] = [];
  // The log comes first: the others read it.
  for (const invariant of invariants) found.push(...(await invariant(system)));
  return found;
}
