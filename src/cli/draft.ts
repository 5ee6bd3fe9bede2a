import type { OfferDocument } from '../domain/offer/document';
import type { OfferKey } from '../domain/offer/ids';
import { savedPart } from '../domain/publication/cpp/cpp-offer';
import { offerPath } from './api/call';
import { isRecord } from './api/read-error';
import type { Asked } from './asked';
import { exitCodes } from './exit-codes';
import { CliFailure } from './failure';

export const slots = ['Draft', 'Preview', 'Production'] as const;
export type SlotFlag = { readonly slot: (typeof slots)[number] };

export type ReadDocument = {
  /** As it can be saved again; secrets are masked. */
  readonly document: OfferDocument;
  readonly etag: string | null;
};

/** What stands in a slot of an offer, without what only the server says. */
export async function readSlot(asked: Asked, offer: OfferKey, slot: SlotFlag['slot']): Promise<ReadDocument> {
  const path = slot === 'Draft' ? offerPath(offer) : `${offerPath(offer)}/slot/${slot}`;
  const { body, etag } = await asked.get(path);
  if (isRecord(body)) return { document: savedPart(body), etag: etag ?? null };
  throw new CliFailure(exitCodes.ourFault, 'The API does not answer as this product does.');
}
