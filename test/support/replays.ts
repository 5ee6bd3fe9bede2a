import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { WorkflowHandle } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { payloadConverterPath, prebuiltWorkflowBundle } from '../../src/worker/workflow-bundle';

/** A run's history, and the id it does not hold itself. */
export type KeptHistory = { readonly workflowId: string; readonly history: unknown };

export const historyOf = async (handle: WorkflowHandle): Promise<KeptHistory> => ({
  workflowId: handle.workflowId,
  history: await handle.fetchHistory(),
});

/** What the code of today says to these histories, of those it could not continue. */
export async function replayProblems(histories: Iterable<KeptHistory>): Promise<readonly string[]> {
  const codePath = await prebuiltWorkflowBundle(
    join(tmpdir(), `offer-publication-bundles-${process.getuid?.()}`),
  );
  const options = { workflowBundle: { codePath }, dataConverter: { payloadConverterPath } };
  const problems: string[] = [];
  for await (const { workflowId, runId, error } of Worker.runReplayHistories(options, histories)) {
    if (error !== undefined) problems.push(`run ${runId} of ${workflowId}: ${error.message}`);
  }
  return problems;
}
