import type { z } from '@hono/zod-openapi';
import { type Identity, reaches } from '../../domain/access/identity';
import type { OfferFilter, OfferListing, OfferOrder } from '../../services/ports';
import type { AppDeps } from '../deps';
import { type ListCursor, writeListCursor } from './list-cursor';
import type { listFilter } from './list-schema';

export type ListAsked = z.output<typeof listFilter> & { readonly limit: number };

export type ListPage = {
  readonly offers: readonly OfferListing[];
  /** Cursors; null where nothing follows. */
  readonly next: string | null;
  readonly previous: string | null;
};

/** What a visitor asks for, or undefined when it lies outside their reach: never more than that is looked at. */
export function filterFor(visitor: Identity, asked: ListAsked): OfferFilter | undefined {
  const { publisher, type, status, situation } = asked;
  if (publisher !== undefined && !reaches(visitor, publisher)) return undefined;
  return { publisherId: publisher ?? visitor.publisherId ?? undefined, offerType: type, status, situation };
}

/** An empty field of a form asks for nothing. */
export const isSearch = (search: string | undefined): search is string =>
  search !== undefined && search !== '';

/** Undefined when the cursor belongs to another order. */
export async function listPage(
  { catalogue }: { readonly catalogue: Pick<AppDeps['catalogue'], 'offerLists'> },
  filter: OfferFilter,
  { sort, search, cursor, limit }: ListAsked,
): Promise<ListPage | undefined> {
  const order = orderOf(sort);
  if (cursor !== undefined && !sameOrder(cursor, order)) return undefined;
  const isBackwards = cursor?.direction === 'before';
  const { offers, hasMore } = await catalogue.offerLists.page({
    ...filter,
    ...order,
    limit,
    search: isSearch(search) ? search : undefined,
    from: cursor,
  });
  const cursorAt = (listing: OfferListing | undefined, direction: ListCursor['direction']): string | null =>
    listing === undefined ? null : writeListCursor({ ...order, direction, place: listing.place });
  const hasNext = isBackwards || hasMore;
  const hasPrevious = isBackwards ? hasMore : cursor !== undefined;
  return {
    offers,
    next: hasNext ? cursorAt(offers.at(-1), 'after') : null,
    previous: hasPrevious ? cursorAt(offers[0], 'before') : null,
  };
}

type Order = { readonly order: OfferOrder; readonly descending: boolean };

function orderOf(sort: ListAsked['sort']): Order {
  const descending = sort.startsWith('-');
  return { order: (descending ? sort.slice(1) : sort) as OfferOrder, descending };
}

const sameOrder = (cursor: ListCursor, { order, descending }: Order): boolean =>
  cursor.order === order && cursor.descending === descending;
