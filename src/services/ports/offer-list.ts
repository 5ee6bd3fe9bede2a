import type { OfferTypeId } from '../../domain/offer/document';
import type { OfferKey } from '../../domain/offer/ids';
import type { Situation } from '../../domain/publication/situation';
import type { OfferStatus } from '../../domain/publication/status';

/** What a list knows of an offer; its draft is not read for it. */
export type OfferListing = OfferKey & {
  readonly title: string;
  readonly offerType: OfferTypeId;
  readonly status: OfferStatus;
  readonly situation: Situation;
  readonly changedAt: string;
  readonly place: OfferPlace;
};

export type OfferOrder = 'changed' | 'name' | 'status';

/** Where an offer stands in the order it was listed in: a page goes on from here, whatever changes meanwhile. */
export type OfferPlace = OfferKey & { readonly keys: readonly string[] };

/** Everything left out is not asked for. */
export type OfferFilter = {
  readonly publisherId?: string | undefined;
  readonly offerType?: OfferTypeId | undefined;
  readonly status?: OfferStatus | undefined;
  readonly situation?: Situation | undefined;
};

export type OfferPageQuery = OfferFilter & {
  /** Beginnings of words in the title or the offer's id; all have to be found. */
  readonly search?: string | undefined;
  readonly order: OfferOrder;
  readonly descending: boolean;
  readonly from?: { readonly place: OfferPlace; readonly direction: 'after' | 'before' } | undefined;
  readonly limit: number;
};

export type OfferLists = {
  /** In the order asked for; `hasMore`: in the direction asked for. */
  page: (
    query: OfferPageQuery,
  ) => Promise<{ readonly offers: readonly OfferListing[]; readonly hasMore: boolean }>;
  /** How many there are in each situation, from counters that are kept with every change. */
  counts: (filter: OfferFilter) => Promise<ReadonlyMap<Situation, number>>;
};
