import { randomUUID } from 'node:crypto';
import { defaultPayloadConverter } from '@temporalio/common';
import type { temporal } from '@temporalio/proto';
import type { PublicationBench } from './publication-worker';
import { type RawPayload, rawPayload } from './raw-signal';

export type RawAnswer = {
  readonly success?: unknown;
  /** Why it was refused: the failure's type, and its words. */
  readonly refusal?: string;
  readonly words?: string;
};

/** An update as any tool may send it: any number of payloads, any encoding. Waits for its answer. */
export async function rawUpdate(
  { temporal: client, handle }: Pick<PublicationBench, 'temporal' | 'handle'>,
  name: string,
  payloads: readonly RawPayload[],
): Promise<RawAnswer> {
  const request: temporal.api.workflowservice.v1.IUpdateWorkflowExecutionRequest = {
    namespace: 'default',
    workflowExecution: { workflowId: handle().workflowId },
    waitPolicy: { lifecycleStage: completed },
    request: {
      meta: { updateId: randomUUID(), identity: 'a-tool' },
      input: { name, args: { payloads: payloads.map(rawPayload) } },
    },
  };
  for (;;) {
    const { outcome } = await client.workflowService.updateWorkflowExecution(request);
    const [payload] = outcome?.success?.payloads ?? [];
    if (payload) return { success: defaultPayloadConverter.fromPayload(payload) };
    const type = outcome?.failure?.applicationFailureInfo?.type;
    if (outcome?.failure) return { refusal: type ?? 'unknown', words: outcome.failure.message ?? '' };
  }
}

/** `UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_COMPLETED`. */
const completed = 3;
