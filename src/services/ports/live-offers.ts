import type { OfferKey } from '../../domain/offer/ids';

export type LiveOffer = OfferKey & { readonly offerVersion: number; readonly publicationId: string };

/** What customers see now. */
export type LiveOffers = {
  /** By publisher and offer, those after `after`. */
  page: (asked: {
    readonly after: OfferKey | undefined;
    readonly limit: number;
  }) => Promise<readonly LiveOffer[]>;
  count: () => Promise<number>;
};
