import type { WorkflowHandle } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';

export type HistoryFigures = {
  readonly events: number;
  /** Temporal Cloud's billable Actions, heartbeats and queries apart (docs.temporal.io/cloud/actions). */
  readonly actions: number;
  readonly historyBytes: number;
  readonly largestPayloadBytes: number;
};

/** Counts what a finished run cost, from its history. */
export async function historyFigures(handle: WorkflowHandle): Promise<HistoryFigures> {
  const { events } = await handle.fetchHistory();
  const { historySize } = await handle.describe();
  const list = events ?? [];
  return {
    events: list.length,
    actions: list.filter(isAction).length + localActivityTasks(list),
    historyBytes: historySize ?? 0,
    largestPayloadBytes: Math.max(...list.flatMap(payloadSizes), 0),
  };
}

type Event = temporal.api.history.v1.IHistoryEvent;

function isAction(event: Event): boolean {
  return Boolean(
    event.workflowExecutionStartedEventAttributes ??
    event.activityTaskScheduledEventAttributes ??
    event.timerStartedEventAttributes ??
    event.workflowExecutionSignaledEventAttributes ??
    event.workflowExecutionUpdateAcceptedEventAttributes ??
    event.upsertWorkflowSearchAttributesEventAttributes,
  );
}

/** All local activities of one workflow task are one Action together. */
function localActivityTasks(events: readonly Event[]): number {
  const tasks = events
    .filter(({ markerRecordedEventAttributes: marker }) => marker?.markerName === 'core_local_activity')
    .map(({ markerRecordedEventAttributes: marker }) => String(marker?.workflowTaskCompletedEventId));
  return new Set(tasks).size;
}

function payloadSizes(event: Event): number[] {
  const sizes: number[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('data' in value && 'metadata' in value && value.data instanceof Uint8Array)
      sizes.push(value.data.length);
    else Object.values(value).forEach(visit);
  };
  visit(event);
  return sizes;
}
