import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { type OfferKey, workflowIdOf } from '../domain/offer/ids';
import type { OfferStatus } from '../domain/publication/status';
import type { publication } from '../workflows/publication';
import { publicationStatusKey } from '../workflows/search-attributes';
import { statusOf } from './follow';

/** `PENDING_WORKFLOW_TASK_STATE_STARTED` of Temporal's API. */
const taskStarted = 2;
const ended: readonly string[] = ['succeeded', 'canceled', 'failed'] satisfies readonly OfferStatus[];

/** An offer's newest run as the server describes it, without asking any worker. */
export type NewestRun = {
  readonly runId: string;
  readonly isRunning: boolean;
  /** It runs, but its publication has ended: its last mails are on their way, for a minute at most. */
  readonly isClosing: boolean;
  /** A worker is at a task of it, which may be the one that ends its publication. */
  readonly isAtWork: boolean;
  /** As its memo names it; undefined for a start by somebody else's program, whose memo is its own affair. */
  readonly publicationId: string | undefined;
  /** The draft it was started from; empty when its memo names none. */
  readonly draftEtag: string;
};

/** Undefined when the offer was never published, or its run is past retention. */
export async function newestRun(temporal: Client, offer: OfferKey): Promise<NewestRun | undefined> {
  try {
    const handle = temporal.workflow.getHandle(workflowIdOf(offer));
    const { memo = {}, status, runId, typedSearchAttributes, raw } = await handle.describe();
    const { publicationId, draftEtag } = memo;
    const isRunning = status.name === 'RUNNING';
    return {
      runId,
      isRunning,
      isClosing: isRunning && ended.includes(typedSearchAttributes.get(publicationStatusKey) ?? ''),
      isAtWork: raw.pendingWorkflowTask?.state === taskStarted,
      publicationId: typeof publicationId === 'string' ? publicationId : undefined,
      draftEtag: typeof draftEtag === 'string' ? draftEtag : '',
    };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

/** Of a run whose memo does not tell: only the run knows. Undefined when it is past retention. */
export async function idInRun(temporal: Client, offer: OfferKey): Promise<string | undefined> {
  const handle = temporal.workflow.getHandle<typeof publication>(workflowIdOf(offer));
  return (await statusOf(handle))?.publicationId;
}

export const newestIdOf = async (temporal: Client, offer: OfferKey): Promise<string | undefined> =>
  (await newestRun(temporal, offer))?.publicationId ?? idInRun(temporal, offer);
