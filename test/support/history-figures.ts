import type { WorkflowHandle } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';

export type HistoryFigures = {
  readonly events: number;
  /** Those that are not about workflow tasks: what the run did, into however many tasks a busy server splits it. */
  readonly ownEvents: number;
  /** Workflow tasks that a worker completed; a busy server may have repeated others. */
  readonly tasks: number;
  /** The log did not take a record quickly, so that the run told it once more: it cost more than it had to. */
  readonly toldTwice: boolean;
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
    ownEvents: list.filter((event) => !isAboutTask(event)).length,
    tasks: list.filter((event) => event.workflowTaskCompletedEventAttributes).length,
    toldTwice: list.some(
      ({ activityTaskScheduledEventAttributes: scheduled }) =>
        scheduled?.activityType?.name === 'recordProgress',
    ),
    actions: list.filter(isAction).length + localActivityTasks(list),
    historyBytes: historySize ?? 0,
    largestPayloadBytes: Math.max(...list.flatMap(payloadSizes), 0),
  };
}

/**
 * Measures again what a busy machine disturbed: it splits and repeats workflow tasks, which costs more each time, but seldom
 * many times in a row. What is never as it should be is what it costs.
 */
export async function undisturbed<Figures extends Pick<HistoryFigures, 'toldTwice'>>(
  measure: () => Promise<Figures>,
  isAsItShouldBe: (figures: Figures) => boolean = () => true,
): Promise<Figures> {
  for (let left = 5; ; left -= 1) {
    const figures = await measure();
    if (left === 0 || (!figures.toldTwice && isAsItShouldBe(figures))) return figures;
  }
}

type Event = temporal.api.history.v1.IHistoryEvent;

export function isAboutTask(event: Event): boolean {
  return Boolean(
    event.workflowTaskScheduledEventAttributes ??
    event.workflowTaskStartedEventAttributes ??
    event.workflowTaskCompletedEventAttributes ??
    event.workflowTaskTimedOutEventAttributes ??
    event.workflowTaskFailedEventAttributes,
  );
}

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
