import type { WorkflowHandle } from '@temporalio/client';
import { gate } from './gate';
import { until } from './until';

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
export const untilDigested = (
  handle: WorkflowHandle,
  activityType: string,
  wanted: { readonly scheduled: number; readonly completed: number },
): Promise<boolean> =>
  until(`${activityType} is digested ${JSON.stringify(wanted)}`, async () => {
    // In this order: a task that is pending before its event is seen is no proof that the event was digested.
    const events = (await handle.fetchHistory()).events ?? [];
    const { raw } = await handle.describe();
    const scheduled = events.filter(
      (event) => event.activityTaskScheduledEventAttributes?.activityType?.name === activityType,
    );
    const ids = new Set(scheduled.map(({ eventId }) => String(eventId)));
    const completed = events.filter((event) =>
      ids.has(String(event.activityTaskCompletedEventAttributes?.scheduledEventId)),
    );
    const digested = scheduled.length === wanted.scheduled && completed.length === wanted.completed;
    return digested && !raw.pendingWorkflowTask;
  });
