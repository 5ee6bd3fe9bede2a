import type { Client } from '@temporalio/client';

/** A run whose workflow task fails again and again: nobody's message reaches it any more. */
export type StuckRun = {
  readonly workflowId: string;
  /** Temporal's own name for why. */
  readonly cause: string;
};

/** As the server reports them after a few failures; `most` of them, in no order. A server that reports none has none. */
export async function stuckRuns(temporal: Client, most: number): Promise<readonly StuckRun[]> {
  const { workflowService, options } = temporal;
  const { executions } = await workflowService.listWorkflowExecutions({
    namespace: options.namespace,
    pageSize: most,
    query: `WorkflowType = 'publication' AND ExecutionStatus = 'Running' AND ${attribute} IN (${problems})`,
  });
  return executions.map(({ execution, searchAttributes }) => ({
    workflowId: execution?.workflowId ?? '',
    cause: causeIn(searchAttributes?.indexedFields?.[attribute]?.data),
  }));
}

const attribute = 'TemporalReportedProblems';
const problems = "'category=WorkflowTaskFailed', 'category=WorkflowTaskTimedOut'";

function causeIn(data: Uint8Array | null | undefined): string {
  const values = JSON.parse(Buffer.from(data ?? Buffer.from('[]')).toString()) as readonly string[];
  const cause = values.find((value) => value.startsWith('cause='));
  return cause?.replace(/^cause=(?:WorkflowTaskFailedCause|WorkflowTaskTimedOutCause)?/, '') ?? 'unknown';
}
