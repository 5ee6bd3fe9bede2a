import { writeListCursor } from '../src/http/offers/list-cursor';
import { largePublisher, manyOffers } from './many-offers';

/** A request to the API, and beside it the statement that any server would have to run to answer it. */
export type ApiRequest = {
  readonly name: string;
  readonly path: string;
  readonly floor: { readonly text: string; readonly values: readonly unknown[] };
};

/** The lists that make up the bar, with pages at the beginning and in the middle. */
export const pages: readonly ApiRequest[] = [
  list('firstPage', ''),
  list('deepPage', `cursor=${middle()}`, { where: '(tick_version, publisher_id, offer_id) < ($1, $2, $3)' }),
  list('byName', 'sort=name', { order: 'name_key, publisher_id, offer_id' }),
  list('byStatus', 'sort=status', { order: 'situation, name_key, publisher_id, offer_id' }),
  list('onePublisher', `publisher=${largePublisher}`, {
    where: `publisher_id = '${largePublisher}'`,
    order: 'tick_version desc, offer_id desc',
  }),
  list('commonStatus', 'status=succeeded', { where: `situation = 'live'` }),
  list('rareStatus', 'status=failed', { where: `situation in ('failed', 'ownFailure')` }),
];

/** Searches, from one hit to tens of thousands. */
export const searches: readonly ApiRequest[] = [
  list('rareSearch', 'search=4711', { where: `words @@ '''4711'''::tsquery` }),
  list('usualSearch', 'search=debian+broker', { where: `words @@ '''debian'' & ''broker'''::tsquery` }),
  list('commonSearch', 'search=offer', { where: `words @@ '''offer'''::tsquery` }),
];

export const statusDocument: ApiRequest = {
  name: 'status',
  path: '/api/publishers/contoso/offers/linux-vm/publication',
  floor: {
    text: `select status from publication where publication_id =
      (select current_publication_id from offer where publisher_id = $1 and offer_id = $2)`,
    values: ['contoso', 'linux-vm'],
  },
};

type Floor = { readonly where?: string; readonly order?: string };

function list(
  name: string,
  query: string,
  { where = 'true', order = 'tick_version desc, publisher_id desc, offer_id desc' }: Floor = {},
): ApiRequest {
  const text = `select publisher_id, offer_id, title, offer_type, status, situation, changed_at from offer
    where discarded_at is null and ${where} order by ${order} limit 51`;
  return {
    name,
    path: `/api/offers?${query}`,
    floor: { text, values: where.includes('$1') ? middlePlace() : [] },
  };
}

function middle(): string {
  const [tick, publisherId, offerId] = middlePlace();
  const place = { publisherId, offerId, keys: [tick] };
  return writeListCursor({ order: 'changed', descending: true, direction: 'after', place });
}

/** As `many-offers.ts` numbers them. */
function middlePlace(): readonly [string, string, string] {
  return [`${638_000_000_000_000_000n + BigInt(manyOffers / 2)}`, largePublisher, 'offer-0'];
}
