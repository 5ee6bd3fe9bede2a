import type { Context } from 'hono';
import type { OperationRecord } from '../../services/ports';
import { apiVersion } from './api-version';

type Named = Pick<OperationRecord, 'operationId' | 'publisherId' | 'offerId' | 'publicationId'>;

export type AcceptedState = 'started' | 'alreadyRunning' | 'accepted' | 'pending' | 'canceled';

/**
 * 202 with the operation's address: the documents name `Location`, real clients read `Operation-Location`. 200 once
 * what was asked for is done.
 */
export function acceptedWith(context: Context, operation: Named, state: AcceptedState): Response {
  const { operationId, publicationId, publisherId, offerId } = operation;
  const address = `/api/publishers/${publisherId}/offers/${offerId}/operations/${operationId}?api-version=${apiVersion}`;
  const isDone = state === 'canceled';
  return context.json({ operationId, publicationId, state }, isDone ? 200 : 202, {
    Location: address,
    'Operation-Location': address,
    ...(isDone ? {} : { 'Retry-After': '2' }),
  });
}
