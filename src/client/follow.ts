import { type WorkflowHandle, WorkflowNotFoundError } from '@temporalio/client';
import { setTimeout as pause } from 'node:timers/promises';
import type { PublicationStatus } from '../domain/publication/status';
import { statusQuery } from '../workflows/messages';
import type { publication } from '../workflows/publication';
import { StatusUnansweredError } from './status-unanswered';
import { whyPending } from './why-pending';

type Handle = WorkflowHandle<typeof publication>;

/** `undefined` where there is no run. Throws {@link StatusUnansweredError} when there is one that does not answer. */
export async function statusOf(handle: Handle): Promise<PublicationStatus | undefined> {
  try {
    return await handle.query(statusQuery);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    const why = whyPending(error);
    throw why === undefined ? error : new StatusUnansweredError(handle.workflowId, why, error);
  }
}

/** In a row, of up to half a minute each: while workers are replaced a watcher waits. */
const mostMisses = 4;

export async function* watch(handle: Handle, everyMs: number): AsyncGenerator<PublicationStatus> {
  let seen = '';
  let misses = 0;
  for (;;) {
    const status = await statusOf(handle).catch((error: unknown) => {
      misses += 1;
      const mayPass = error instanceof StatusUnansweredError && error.why === 'noAnswer';
      if (!mayPass || misses === mostMisses) throw error;
      return 'missed' as const;
    });
    if (status === undefined) return;
    if (status !== 'missed') {
      misses = 0;
      const now = JSON.stringify(status);
      if (now !== seen) yield status;
      seen = now;
      if (status.endedAt !== null) return;
    }
    await pause(everyMs);
  }
}
