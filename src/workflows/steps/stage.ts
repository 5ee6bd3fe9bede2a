import { ActivityCancellationType, workflowInfo } from '@temporalio/workflow';
import { dataQueueBeside } from '../../domain/publication/queues';
import type { Finding } from '../../domain/certification/finding';
import type { PipelineStep } from '../../domain/publication/pipeline';
import type { Outcome } from '../../domain/publication/status';
import type { PublicationRun } from '../run';

/** How the story ends early. `ownFault`: Temporal shall show the run as Failed, for an operator to look at. */
export type StoryEnd = {
  readonly outcome: Outcome;
  readonly findings?: readonly Finding[];
  readonly findingCount?: number;
  readonly reportId?: string;
  readonly ownFault?: string;
};

/** One stage's work. Returns nothing when the story goes on, else how it ends. */
export type Stage = (run: PublicationRun, step: PipelineStep) => Promise<StoryEnd | undefined>;

/**
 * Clean-up may begin only when a canceled activity has really ended: what it puts up later would stay up. A dependency
 * that is away holds up nothing, because a canceled activity is not tried again.
 */
export const waitedFor = ({
  waitsForCanceled,
}: PublicationRun): { readonly cancellationType: ActivityCancellationType } => ({
  cancellationType: waitsForCanceled
    ? ActivityCancellationType.WAIT_CANCELLATION_COMPLETED
    : ActivityCancellationType.TRY_CANCEL,
});

/** Three times a step's estimate is how long its dependencies may stay away. */
export function patience(step: PipelineStep): { readonly scheduleToCloseTimeout: number } {
  return { scheduleToCloseTimeout: Math.max(step.estimateHours, 1 / 3600) * 3 * 3_600_000 };
}

/** The same for work on images, which has its own queue and processes. */
export function onImages(step: PipelineStep): {
  readonly scheduleToCloseTimeout: number;
  readonly taskQueue: string;
} {
  return { ...patience(step), taskQueue: dataQueueBeside(workflowInfo().taskQueue) };
}
