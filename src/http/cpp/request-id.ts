import { randomUUID } from 'node:crypto';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { OperationKind } from '../../domain/publication/operation-state';
import type { OfferKey } from '../../domain/offer/ids';
import type { OfferRecord, OperationRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { idempotencyKeyOf, uuidOfRequest } from '../idempotency/idempotency-key';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export const isRequestId = (text: string): boolean => uuid.test(text);

/** The caller's own UUID of a request; sent again, it gets the first answer and changes nothing. */
export const requestIdField = z
  .string()
  .regex(uuid, 'must be a UUID.')
  .optional()
  .meta({ format: 'uuid', description: 'Makes a lost answer harmless: send the same request again.' });

type Asked = {
  readonly offer: OfferRecord;
  readonly kind: OperationKind;
  readonly given: string | undefined;
};

/**
 * The caller's own id; else one that follows from the `Idempotency-Key`, so that a repeated request has one effect even
 * where its first answer was never kept. A key that is a UUID is the id itself, unless that is taken.
 */
export async function requestIdFor(
  deps: AppDeps,
  context: Context,
  { offer, kind, given }: Asked,
): Promise<string> {
  if (given !== undefined) return given.toLowerCase();
  const key = idempotencyKeyOf(context);
  if (key === undefined) return randomUUID();
  const requestId = key.toLowerCase();
  const isFree =
    isRequestId(key) && (await earlierRequest(deps, offer, { kind, requestId })).kind !== 'other';
  return isFree ? requestId : uuidOfRequest(context, { key, settings: deps.settings });
}

export type Earlier =
  | { readonly kind: 'none' }
  | { readonly kind: 'same'; readonly operation: OperationRecord }
  /** The process died before it noted the operation of the publication it had started. */
  | { readonly kind: 'started' }
  /** The id was used for something else; whose that is, nobody is told. */
  | { readonly kind: 'other' };

/** Whether this request has been taken before, by this process or another. */
export async function earlierRequest(
  { catalogue }: AppDeps,
  offer: OfferRecord,
  asked: { readonly kind: OperationKind; readonly requestId: string },
): Promise<Earlier> {
  const operation = await catalogue.operations.find(offer, asked.requestId);
  if (operation !== undefined) {
    return operation.kind === asked.kind ? { kind: 'same', operation } : { kind: 'other' };
  }
  if (asked.kind !== 'publish') return { kind: 'none' };
  // A publish gives its id to the publication, and those of all offers differ.
  const publication = await catalogue.publications.find(asked.requestId);
  if (publication === undefined) return { kind: 'none' };
  return isOf(offer, publication) ? { kind: 'started' } : { kind: 'other' };
}

const isOf = (offer: OfferKey, other: OfferKey): boolean =>
  offer.publisherId === other.publisherId && offer.offerId === other.offerId;

export const usedElsewhere = (requestId: string): string =>
  `requestId ${requestId} was used for another request. Take a new one.`;
