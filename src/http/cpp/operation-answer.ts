import type { Context } from 'hono';
import type { OfferRecord, OperationRecord } from '../../services/ports';
import type { WhyPending } from '../../client';
import { apiVersion } from './api-version';

type Named = Pick<OperationRecord, 'operationId' | 'publicationId'> & {
  readonly offer: OfferRecord;
  /** Of an answer that is pending. */
  readonly why?: WhyPending | undefined;
};

export type AcceptedState = 'started' | 'alreadyRunning' | 'accepted' | 'pending' | 'canceled';

/**
 * 202 with the operation's address: the documents name `Location`, real clients read `Operation-Location`. 200 once
 * what was asked for is done.
 */
export function acceptedWith(context: Context, operation: Named, state: AcceptedState): Response {
  const { operationId, publicationId, offer, why } = operation;
  const { publisherId, offerId, offerType: offerTypeId } = offer;
  const address = `/api/publishers/${publisherId}/offers/${offerId}/operations/${operationId}?api-version=${apiVersion}`;
  const isDone = state === 'canceled';
  return context.json(
    { operationId, publicationId, offerTypeId, state, ...(why && { why }) },
    isDone ? 200 : 202,
    {
      Location: address,
      'Operation-Location': address,
      ...(isDone ? {} : { 'Retry-After': '2' }),
    },
  );
}
