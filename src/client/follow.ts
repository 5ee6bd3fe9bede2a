import { type WorkflowHandle, WorkflowNotFoundError } from '@temporalio/client';
import { setTimeout as pause } from 'node:timers/promises';
import type { PublicationStatus } from '../domain/publication/status';
import { statusQuery } from '../workflows/messages';
import type { publication } from '../workflows/publication';
import { StatusUnansweredError } from './status-unanswered';
import { whyPending } from './why-pending';

type Handle = WorkflowHandle<typeof publication>;

/** `undefined` where there is no run. Throws {@link StatusUnansweredError} when there is one that does not answer. */
export const statusOf = (handle: Handle): Promise<PublicationStatus | undefined> =>
  answerOf(handle, () => handle.query(statusQuery));

async function answerOf<T>({ workflowId }: Handle, asked: () => Promise<T>): Promise<T | undefined> {
  try {
    return await asked();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    const why = whyPending(error);
    throw why === undefined ? error : new StatusUnansweredError(workflowId, why, error);
  }
}

/** In a row, of up to half a minute each: while workers are replaced a watcher waits. */
const mostMisses = 4;

export async function* watch(handle: Handle, everyMs: number): AsyncGenerator<PublicationStatus> {
  let seen = '';
  let seenLength = 0;
  let misses = 0;
  for (;;) {
    const look = await newerThan(seenLength, handle).catch((error: unknown) => {
      misses += 1;
      const mayPass = error instanceof StatusUnansweredError && error.why === 'noAnswer';
      if (!mayPass || misses === mostMisses) throw error;
      return 'missed' as const;
    });
    if (look === 'gone') return;
    if (look !== 'missed') misses = 0;
    if (typeof look === 'object') {
      const { status } = look;
      seenLength = look.length;
      const now = JSON.stringify(status);
      if (now !== seen) yield status;
      seen = now;
      if (status.endedAt !== null) return;
    }
    await pause(everyMs);
  }
}

type Look = { readonly length: number; readonly status: PublicationStatus };

/**
 * How long its history is the server says without any worker. Only when that has changed the run itself is asked, so one that
 * waits for weeks costs its workers nothing, however many watch it.
 */
async function newerThan(seenLength: number, handle: Handle): Promise<Look | 'unchanged' | 'gone'> {
  const length = (await answerOf(handle, () => handle.describe()))?.historyLength;
  if (length === undefined) return 'gone';
  if (length === seenLength) return 'unchanged';
  const status = await statusOf(handle);
  return status === undefined ? 'gone' : { length, status };
}
