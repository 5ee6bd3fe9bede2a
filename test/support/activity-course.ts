import type { WorkflowHandle } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';
import { until } from './until';

/** How the activities of one type went, by event ids of the run's history. */
export type Course = {
  readonly scheduled: readonly number[];
  readonly cancelRequested: readonly number[];
  readonly completed: readonly number[];
  /** Completed, failed, timed out or canceled. */
  readonly ended: readonly number[];
};

export async function courseOf(handle: WorkflowHandle, activityType: string): Promise<Course> {
  const events = (await handle.fetchHistory()).events ?? [];
  const scheduled = events
    .filter((event) => event.activityTaskScheduledEventAttributes?.activityType?.name === activityType)
    .map(idOf);
  const about = (attributes: (event: Event) => OfActivity): readonly number[] =>
    events.filter((event) => scheduled.includes(Number(attributes(event)?.scheduledEventId ?? 0))).map(idOf);
  return {
    scheduled,
    cancelRequested: about((event) => event.activityTaskCancelRequestedEventAttributes),
    completed: about((event) => event.activityTaskCompletedEventAttributes),
    ended: about(
      (event) =>
        event.activityTaskCompletedEventAttributes ??
        event.activityTaskFailedEventAttributes ??
        event.activityTaskTimedOutEventAttributes ??
        event.activityTaskCanceledEventAttributes,
    ),
  };
}

type Event = temporal.api.history.v1.IHistoryEvent;
type OfActivity = { readonly scheduledEventId?: unknown } | null | undefined;

const idOf = ({ eventId }: Event): number => Number(eventId);

/** Waits until the run has heard of its cancellation and has done what it does at once. */
export async function untilCancellationTaken(handle: WorkflowHandle): Promise<void> {
  await until('the run has heard of its cancellation', async () => {
    const events = (await handle.fetchHistory()).events ?? [];
    const requested = events.findIndex((event) => event.workflowExecutionCancelRequestedEventAttributes);
    return (
      requested >= 0 && events.slice(requested).some((event) => event.workflowTaskCompletedEventAttributes)
    );
  });
}
