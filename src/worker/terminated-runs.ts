import { ApplicationFailure } from '@temporalio/common';
import type { ControlActivities } from '../activities/contract';
import type { Residue } from '../activities/withdraw';
import { isForcedRun, isTerminatedRun } from '../domain/publication/terminated-run';
import type { PublicationLog, PublicationRecord, Runs } from '../services/ports';

export type TerminatedRoles = {
  readonly publications: Pick<PublicationLog, 'takeForCheck' | 'closeTerminated' | 'find' | 'markTidy'>;
  readonly runs: Pick<Runs, 'isTerminated'>;
  /** What the run's own clean-up would take back. */
  readonly takeBack: (residue: Residue) => Promise<void>;
  readonly sendMail: ControlActivities['sendMail'];
  readonly pause: (milliseconds: number) => Promise<unknown>;
};

const publicationsAtOnce = 200;
/** At most five questions a second: publications at work need Temporal more. */
const betweenQuestionsMs = 200;

/**
 * A terminated run tells nobody that it is gone. Its publication is closed, what it had put up is taken back unless it
 * is live, and its publisher is told. What its successor has closed is tidied up, and nobody is mailed about it. Takes
 * as long as its questions; `signal` ends it between two of them.
 */
export async function closeTerminatedRuns(roles: TerminatedRoles, signal: AbortSignal): Promise<void> {
  const failures: unknown[] = [];
  for (const record of await roles.publications.takeForCheck(publicationsAtOnce)) {
    if (signal.aborted) break;
    const closed = await closedByForce(roles, record);
    if (closed === undefined) continue;
    // What fails is taken again after the others: the log remembers what is not tidy.
    await tidyUp(roles, closed).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0)
    throw new AggregateError(failures, 'Terminated publications left something behind.');
}

async function closedByForce(
  roles: TerminatedRoles,
  record: PublicationRecord,
): Promise<PublicationRecord | undefined> {
  if (record.status.endedAt !== null) return stillClosed(roles, record);
  const { publisherId, offerId, runId } = record;
  const isTerminated = await roles.runs.isTerminated({ publisherId, offerId, runId });
  await roles.pause(betweenQuestionsMs);
  return isTerminated ? roles.publications.closeTerminated(record) : undefined;
}

/**
 * Left untidy by an earlier look or by its successor; whatever else has ended did so itself, and has tidied up itself.
 * A batch takes minutes, in which a run may have been reset: what goes on again is not taken back.
 */
async function stillClosed(
  { publications }: TerminatedRoles,
  { publicationId, runId }: PublicationRecord,
): Promise<PublicationRecord | undefined> {
  if (!isForcedRun(runId)) return undefined;
  const now = await publications.find(publicationId);
  return now?.runId === runId && now.status.endedAt !== null ? now : undefined;
}

async function tidyUp(roles: TerminatedRoles, record: PublicationRecord): Promise<void> {
  const { publicationId, publisherId, offerId, runId, status } = record;
  const { notificationEmails: emails, outcome } = status;
  const ref = { publicationId, publisherId, offerId };
  const isLive = outcome === 'live';
  if (!isLive) await roles.takeBack(ref);
  // Whoever published again knows how it stands.
  if (isTerminatedRun(runId)) {
    await roles
      .sendMail({ ...ref, event: isLive ? 'live' : 'canceled', number: 1, emails })
      .catch((error: unknown) => unlessForGood(error));
  }
  await roles.publications.markTidy(record);
}

/** A mailbox that does not exist will not exist next time either. */
function unlessForGood(error: unknown): void {
  if (!(error instanceof ApplicationFailure) || error.nonRetryable !== true) throw error;
}
