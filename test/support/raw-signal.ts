import { randomUUID } from 'node:crypto';
import type { temporal } from '@temporalio/proto';
import type { PublicationBench } from './publication-worker';

export type RawPayload = { readonly encoding: string; readonly data: string };

/** A signal as any tool may send it: any name, any number of payloads, any encoding. */
export async function rawSignal(
  { temporal: client, handle }: Pick<PublicationBench, 'temporal' | 'handle'>,
  signalName: string,
  payloads: readonly RawPayload[],
): Promise<void> {
  await client.workflowService.signalWorkflowExecution({
    namespace: 'default',
    workflowExecution: { workflowId: handle().workflowId },
    signalName,
    requestId: randomUUID(),
    input: { payloads: payloads.map(rawPayload) },
  });
}

export const rawPayload = ({ encoding, data }: RawPayload): temporal.api.common.v1.IPayload => ({
  metadata: { encoding: Buffer.from(encoding) },
  data: Buffer.from(data),
});

export const json = (value: unknown): RawPayload => ({ encoding: 'json/plain', data: JSON.stringify(value) });
