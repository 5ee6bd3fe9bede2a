import type { OfferTypeId } from '../../domain/offer/document';
import type { PastStep } from '../../domain/publication/dry-run';

/** How long steps took in the newest publications of an offer type, by step id; only steps that were completed. */
export type StepHistory = {
  readonly of: (offerType: OfferTypeId) => Promise<ReadonlyMap<string, PastStep>>;
};
