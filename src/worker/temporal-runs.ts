import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { workflowIdOf } from '../domain/offer/ids';
import type { Runs } from '../services/ports';

/** Ends that the run itself had no part in; after any other one it has told its log. */
const forced: readonly string[] = ['TERMINATED', 'TIMED_OUT'];

/** Asks Temporal itself, one call each. */
export function temporalRuns(temporal: Client): Runs {
  return {
    async isTerminated(offer) {
      try {
        const { status } = await temporal.workflow.getHandle(workflowIdOf(offer)).describe();
        return forced.includes(status.name);
      } catch (error) {
        // Past retention, or another server: nobody knows, so nothing is closed.
        if (error instanceof WorkflowNotFoundError) return false;
        throw error;
      }
    },
  };
}
