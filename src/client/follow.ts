import { type WorkflowHandle, WorkflowNotFoundError } from '@temporalio/client';
import { setTimeout as pause } from 'node:timers/promises';
import type { PublicationStatus } from '../domain/publication/status';
import { statusQuery } from '../workflows/messages';
import type { publication } from '../workflows/publication';

type Handle = WorkflowHandle<typeof publication>;

export async function statusOf(handle: Handle): Promise<PublicationStatus | undefined> {
  try {
    return await handle.query(statusQuery);
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

export async function* watch(handle: Handle, everyMs: number): AsyncGenerator<PublicationStatus> {
  let seen = '';
  for (;;) {
    const status = await statusOf(handle);
    if (status === undefined) return;
    const now = JSON.stringify(status);
    if (now !== seen) yield status;
    seen = now;
    if (status.endedAt !== null) return;
    await pause(everyMs);
  }
}
