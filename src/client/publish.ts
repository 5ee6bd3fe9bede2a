import { randomUUID } from 'node:crypto';
import {
  type Client,
  type WorkflowHandle,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client';
import type { PublishAnswer, PublishInput } from '../client';
import { workflowIdOf } from '../domain/offer/ids';
import { statusOf } from './follow';
import {
  offerIdKey,
  offerTypeKey,
  publicationStatusKey,
  publisherIdKey,
} from '../workflows/search-attributes';
import type { publication } from '../workflows/publication';

/** Starts a publication, or finds the running one: the workflow id admits one per offer. */
export async function publish(
  temporal: Client,
  taskQueue: string,
  input: PublishInput,
): Promise<PublishAnswer> {
  const { offerType, publicationId = randomUUID(), ...rest } = input;
  const { draftEtag = '' } = input;
  const workflowId = workflowIdOf(input);
  const ended = input.publicationId && (await endedBefore(temporal, workflowId, publicationId));
  if (ended) return ended;
  try {
    const handle = await temporal.workflow.start<typeof publication>('publication', {
      workflowId,
      taskQueue,
      args: [{ ...rest, publicationId }],
      memo: { publicationId, draftEtag },
      staticSummary: `Publish ${input.publisherId}/${input.offerId}`,
      typedSearchAttributes: [
        { key: publisherIdKey, value: input.publisherId },
        { key: offerIdKey, value: input.offerId },
        ...(offerType === undefined ? [] : [{ key: offerTypeKey, value: offerType }]),
        { key: publicationStatusKey, value: 'running' },
      ],
    });
    return { kind: 'started', publicationId, runId: handle.firstExecutionRunId };
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError)
      return running(temporal.workflow.getHandle(workflowId), draftEtag);
    throw error;
  }
}

/** A start repeated late, when its first answer was lost: one id is one publication, however it ended. */
async function endedBefore(
  temporal: Client,
  workflowId: string,
  publicationId: string,
): Promise<PublishAnswer | undefined> {
  try {
    const { memo = {}, status, runId } = await temporal.workflow.getHandle(workflowId).describe();
    if (memo['publicationId'] !== publicationId || status.name === 'RUNNING') return undefined;
    return { kind: 'alreadyEnded', publicationId, runId };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

/** The memo of the start says from which draft the running publication came; a foreign start has none. */
async function running(
  handle: WorkflowHandle<typeof publication>,
  draftEtag: string,
): Promise<PublishAnswer> {
  const { memo = {}, runId } = await handle.describe();
  const { publicationId: known, draftEtag: startedFrom = '' } = memo;
  const publicationId = typeof known === 'string' ? known : ((await statusOf(handle))?.publicationId ?? '');
  if (startedFrom !== draftEtag) return { kind: 'refused', code: 'publicationRunning', publicationId };
  return { kind: 'alreadyRunning', publicationId, runId };
}
