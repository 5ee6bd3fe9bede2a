/**
 * An offer as the publisher hands it in: the Cloud Partner Portal document itself, dotted keys and unknown
 * keys kept. Nothing but `read-offer.ts` interprets it. Shape: `{ publisherId, offerTypeId, id,
 * definition: { displayText, offer: {...}, plans: [...] }, ... }`.
 */
export type OfferDocument = { readonly [key: string]: unknown };

export const offerTypeIds = [
  'microsoft-azure-virtualmachines',
  'microsoft-azure-applications',
  'staged-offer',
  'consulting-services',
] as const;
export type OfferTypeId = (typeof offerTypeIds)[number];

/** The three places an offer's content can stand in; `Draft` is the offer itself. */
export type Slot = 'Draft' | 'Preview' | 'Production';
