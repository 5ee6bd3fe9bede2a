import { setTimeout } from 'node:timers/promises';
import { sweepOrphans, sweepStrayBlobs } from '../activities/sweep-orphans';
import { releaseResidue, withdrawer } from '../activities/withdraw';
import type { Log } from '../log';
import type { Runs } from '../services/ports';
import { mailOverdue, type OverdueRoles } from './overdue';
import { mailStuckRuns } from './stuck-runs';
import type { Services } from './services';
import { mailSupportRequests, type SupportMailRoles } from './support-mails';
import { forgetOldTraffic } from './old-traffic';
import { closeTerminatedRuns } from './terminated-runs';
import { tellUntoldBoards } from './untold-boards';
import { mailDisabledWebhooks } from './webhook-mails';

const everyMs = 60_000;
/** Listing whole accounts costs requests, so it has its own, slower rhythm. */
const strayRounds = 60;

export type HousekeepingServices = Services &
  Pick<OverdueRoles, 'sendMail'> &
  Pick<SupportMailRoles, 'publicUrl'> & { readonly runs: Runs };

/**
 * What nobody asks for but has to be done: replicas without a holder, leftovers of crashes, terminated runs, steps
 * past their estimate, runs that cannot go on, boards that were away, mails about support requests. Each minute, in one
 * process at a time (PostgreSQL advisory lock).
 */
export function startHousekeeping(
  services: HousekeepingServices,
  log: Log,
): { readonly stop: () => Promise<void> } {
  let round = 0;
  let running = Promise.resolve();
  let isRunning = false;
  const stopping = new AbortController();
  const timer = setInterval(() => {
    // A round that takes longer than a minute is not followed by a crowd of others.
    if (isRunning) return;
    isRunning = true;
    running = tidy(services, { withStrays: round++ % strayRounds === 0, signal: stopping.signal })
      .catch(report)
      .finally(() => (isRunning = false));
  }, everyMs);
  const report = (error: unknown): void =>
    log.warn({ err: error }, 'a round of housekeeping was not finished');
  return {
    async stop() {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}

type Chore = () => Promise<void>;

type Round = { readonly withStrays: boolean; readonly signal: AbortSignal };

async function tidy(services: HousekeepingServices, { withStrays, signal }: Round): Promise<void> {
  const roles = { ...services, ...services.catalogue, signal, pause: (ms: number) => setTimeout(ms) };
  const chores: readonly Chore[] = [
    () => mailSupportRequests(roles),
    () => mailDisabledWebhooks(roles),
    () => mailOverdue(roles),
    () => mailStuckRuns(roles),
    () => tellUntoldBoards(roles),
    async () => void (await roles.reviews.withdrawEnded(withdrawer)),
    async () => void (await roles.replicas.releaseSuperseded()),
    () => sweepOrphans(roles),
    () => forgetOldTraffic(roles),
    ...(withStrays ? [() => sweepStrayBlobs(roles)] : []),
    // The slowest one, which nothing else has to wait for.
    () => closeTerminatedRuns({ ...roles, takeBack: (residue) => releaseResidue(roles, residue) }, signal),
  ];
  await services.catalogue.housekeeping.alone(async () => {
    // One after the other, and each although another failed: a region that is away must not silence the mails.
    const failures: unknown[] = [];
    for (const chore of chores) {
      if (signal.aborted) break;
      await chore().catch((error: unknown) => {
        // What was only stopped goes on in the next round, here or elsewhere.
        if (!signal.aborted) failures.push(error);
      });
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Some chores were not finished.');
  });
}
