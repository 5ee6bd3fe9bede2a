import type { WorkflowHandle } from '@temporalio/client';
import { setTimeout as pause } from 'node:timers/promises';
import { gate } from './gate';

export type Turns = {
  /** Resolves when it is this one's turn. */
  readonly of: (name: string) => Promise<void>;
  /** Lets one after the other go, each only when the run has digested the one before. */
  readonly run: (handle: WorkflowHandle) => Promise<void>;
};

/** Makes parallel activities of this type finish in a fixed order, each in a workflow task of its own. */
export function oneAfterAnother(activityType: string, names: readonly string[]): Turns {
  const gates = new Map(names.map((name) => [name, gate()]));
  return {
    of: (name) => gates.get(name)?.opened ?? Promise.resolve(),
    async run(handle) {
      await untilDigested(handle, activityType, { scheduled: names.length, completed: 0 });
      for (const [index, name] of names.entries()) {
        gates.get(name)?.open();
        await untilDigested(handle, activityType, { scheduled: names.length, completed: index + 1 });
      }
    },
  };
}

/** Waits until so many activities of a type were scheduled and completed, and no workflow task is pending. */
export async function untilDigested(
  handle: WorkflowHandle,
  activityType: string,
  wanted: { readonly scheduled: number; readonly completed: number },
): Promise<void> {
  for (;;) {
    const { raw } = await handle.describe();
    const events = (await handle.fetchHistory()).events ?? [];
    const scheduled = events.filter(
      (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === activityType,
    );
    const ids = new Set(scheduled.map(({ eventId }) => String(eventId)));
    const completed = events.filter((event) =>
      ids.has(String(event.activityTaskCompletedEventAttributes?.scheduledEventId)),
    );
    const digested = scheduled.length === wanted.scheduled && completed.length === wanted.completed;
    if (digested && !raw.pendingWorkflowTask) return;
    await pause(20);
  }
}
