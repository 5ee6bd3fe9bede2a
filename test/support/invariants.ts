import { certifiedBytesEverywhere } from './invariants/certified-bytes';
import { everyFailureIsTold } from './invariants/failures-are-told';
import type { Invariant } from './invariants/invariant';
import { everyLeadArrives } from './invariants/leads-arrive';
import { logTellsTheRun } from './invariants/log-tells-the-run';
import { everyMailArrives } from './invariants/mails-arrive';
import { nothingLeftBehind } from './invariants/nothing-left-behind';
import { onlyApprovedIsLive } from './invariants/only-approved-is-live';
import { pageWasPreviewed } from './invariants/page-was-previewed';
import { rulesAreKept } from './invariants/rules-are-kept';
import { secretsAreKept } from './invariants/secrets-are-kept';
import { everyWebhookArrives } from './invariants/webhooks-arrive';
import { everyWorkItemOnce } from './invariants/work-items-once';
import type { RealSystem } from './real-system';

/** I1 to I9 of the design but for the log's own; one check can answer for several. */
const invariants: readonly Invariant[] = [
  onlyApprovedIsLive, // I1, I3, I4
  rulesAreKept, // I1, I4, I6
  certifiedBytesEverywhere, // I2
  pageWasPreviewed, // I3
  everyMailArrives, // I5
  everyLeadArrives, // I5
  everyWorkItemOnce, // I5
  everyWebhookArrives, // I5
  nothingLeftBehind, // I6
  everyFailureIsTold, // I7
  secretsAreKept, // I9
];

/**
 * What must be true of every offer, run, store, mail and log, whatever has happened. Needs a worker that runs. The design asks
 * for seconds; but a busy machine may need as long for its part, and what is lost stays away for ever. `patienceMs` is for
 * all of them together, so that many faults are told within a test's own time.
 */
export async function violations(system: RealSystem, patienceMs = 300_000): Promise<readonly string[]> {
  const deadline = Date.now() + patienceMs;
  const left = (): number => Math.max(deadline - Date.now(), Math.min(patienceMs, 20_000));
  // The log comes first: the others read it.
  const behind = await logTellsTheRun(system, left()); // I7, I8
  const found: string[] = [...behind];
  // One after the other: together they would keep this process so busy that its own connections time out. Others may do so
  // all the same, and a look that failed tells nothing, so it is taken again.
  for (const invariant of invariants) {
    const look = (): Promise<readonly string[]> => invariant(system, left());
    found.push(...(await look().catch(look)));
  }
  return found;
}
