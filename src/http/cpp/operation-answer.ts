import type { Context } from 'hono';
import type { OperationRecord } from '../../services/ports';
import { apiVersion } from './api-version';

type Named = Pick<OperationRecord, 'operationId' | 'publisherId' | 'offerId' | 'publicationId'>;

/** 202 with the operation's address: the documents name `Location`, real clients read `Operation-Location`. */
export function acceptedWith(
  context: Context,
  { operationId, publicationId, publisherId, offerId }: Named,
  body: Readonly<Record<string, unknown>>,
): Response {
  const address = `/api/publishers/${publisherId}/offers/${offerId}/operations/${operationId}?api-version=${apiVersion}`;
  return context.json({ operationId, publicationId, ...body }, 202, {
    Location: address,
    'Operation-Location': address,
    'Retry-After': '2',
  });
}
