import { offerTitle, searchedEntries, searchEntries } from '../../src/domain/offer/listing';
import { situationOfOffer } from '../../src/domain/publication/situation';
import type { OfferFilter, OfferListing, OfferLists, OfferRecord } from '../../src/services/ports';

/** Lists over offers in memory: newest change first whatever is asked, the place is a number. */
export function fakeOfferLists(offers: () => readonly OfferRecord[]): OfferLists {
  const matching = (filter: OfferFilter): readonly OfferListing[] =>
    offers()
      .map(listingOf)
      .filter(
        ({ publisherId, offerType, status, situation }) =>
          (filter.publisherId ?? publisherId) === publisherId &&
          (filter.offerType ?? offerType) === offerType &&
          (filter.status ?? status) === status &&
          (filter.situation ?? situation) === situation,
      );
  return {
    page: async ({ search = '', limit, from, ...filter }) => {
      const found = matching(filter).filter(({ offerId, title }) => {
        const entries = searchEntries(offerId, title);
        return searchedEntries(search).every((part) => entries.includes(part));
      });
      const start =
        from === undefined ? 0 : found.findIndex(({ offerId }) => offerId === from.place.offerId) + 1;
      return { offers: found.slice(start, start + limit), hasMore: found.length > start + limit };
    },
    counts: async (filter) => {
      const counts = new Map<OfferListing['situation'], number>();
      for (const { situation } of matching(filter)) counts.set(situation, (counts.get(situation) ?? 0) + 1);
      return counts;
    },
  };
}

function listingOf({
  publisherId,
  offerId,
  offerType,
  status,
  changedAt,
  draft,
  tickVersion,
}: OfferRecord): OfferListing {
  const title = offerTitle(draft, offerId);
  const place = { publisherId, offerId, keys: [String(tickVersion)] };
  return {
    publisherId,
    offerId,
    title,
    offerType,
    status,
    situation: situationOfOffer(status),
    changedAt,
    place,
  };
}
