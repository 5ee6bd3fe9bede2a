import { type Client, type WorkflowExecutionDescription, WorkflowNotFoundError } from '@temporalio/client';
import { stuckRuns } from '../client/stuck-runs';
import { workflowIdOf } from '../domain/offer/ids';
import type { Runs } from '../services/ports';

/** Ends that the run itself had no part in; after any other one it has told its log. */
const forced: readonly string[] = ['TERMINATED', 'TIMED_OUT'];

/** Asks Temporal itself; about an end with one call, and another one when the newest run is not the one meant. */
export function temporalRuns(temporal: Client): Runs {
  return {
    stuck: (most) => stuckRuns(temporal, most),

    async isTerminated({ runId, ...offer }) {
      const describe = (id?: string) => temporal.workflow.getHandle(workflowIdOf(offer), id).describe();
      try {
        const newest = await describe();
        if (newest.runId === runId || newest.status.name === 'RUNNING') return isForced(newest);
        // A start that was refused ends by itself and leaves what came before it as it is.
        const own = await describe(runId);
        return isForced(chainOf(own) === chainOf(newest) ? newest : own);
      } catch (error) {
        // Past retention, or another server: nobody knows, so nothing is closed.
        if (error instanceof WorkflowNotFoundError) return false;
        throw error;
      }
    },
  };
}

const isForced = ({ status }: WorkflowExecutionDescription): boolean => forced.includes(status.name);

/** A run and those it was reset to have their first one in common. */
const chainOf = ({ raw }: WorkflowExecutionDescription): string =>
  raw.workflowExecutionInfo?.firstRunId ?? '';
