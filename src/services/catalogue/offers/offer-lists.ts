import { type RawBuilder, sql } from 'kysely';
import { searchedEntries } from '../../../domain/offer/listing';
import { situationsOf } from '../../../domain/publication/situation';
import type { OfferFilter, OfferListing, OfferLists, OfferOrder, OfferPageQuery } from '../../ports';
import type { Connection } from '../database/connection';

/**
 * Pages go on from a place in the order, not from a count of rows: deep pages cost what the first one costs, and
 * what changes in between neither repeats nor hides anything else.
 */
export const offerListsIn = (db: Connection): OfferLists => ({
  async page(query) {
    const rows = await listed(db, query);
    const shown = rows.slice(0, query.limit).map((row) => toListing(row, query.order));
    const isBackwards = query.from?.direction === 'before';
    return { offers: isBackwards ? shown.toReversed() : shown, hasMore: rows.length > query.limit };
  },

  async counts(filter) {
    const rows = await db
      .selectFrom('offerCount')
      .select(['situation', ({ fn }) => fn.sum<string>('offers').as('offers')])
      .where(matching(filter))
      .groupBy('situation')
      .execute();
    return new Map(rows.map(({ situation, offers }) => [situation, Number(offers)]));
  },
});

type ListedRow = Omit<OfferListing, 'place'> & { readonly nameKey: string; readonly tickVersion: bigint };

const columns = sql`publisher_id, offer_id, title, name_key, offer_type, status, situation, tick_version, changed_at`;

async function listed(db: Connection, query: OfferPageQuery): Promise<readonly ListedRow[]> {
  const { rows } = await sql<ListedRow>`select ${columns} from offer
    where discarded_at is null and ${matching(query)} and ${found(query)} and ${beyond(query)}
    order by ${orderOf(query)} limit ${query.limit + 1}`.execute(db);
  return rows;
}

/** Entries hold letters and digits only, so they cannot end the quotes they stand in. */
function found({ search }: OfferPageQuery): RawBuilder<boolean> {
  if (search === undefined) return sql<boolean>`true`;
  const entries = searchedEntries(search).map((entry) => `'${entry}'`);
  return entries.length === 0 ? sql<boolean>`false` : sql<boolean>`words @@ ${entries.join(' & ')}::tsquery`;
}

type Column = 'tick_version' | 'name_key' | 'situation' | 'publisher_id' | 'offer_id';

const keyColumns = {
  changed: ['tick_version'],
  name: ['name_key'],
  status: ['situation', 'name_key'],
} as const satisfies Readonly<Record<OfferOrder, readonly Column[]>>;

/** As in the indexes: those of one publisher do not repeat it. */
function orderColumns({ order, publisherId }: OfferPageQuery): readonly Column[] {
  const publisher: readonly Column[] = publisherId === undefined ? ['publisher_id'] : [];
  return [...keyColumns[order], ...publisher, 'offer_id'];
}

const isAscending = ({ descending, from }: OfferPageQuery): boolean =>
  descending === (from?.direction === 'before');

function orderOf(query: OfferPageQuery): RawBuilder<unknown> {
  const direction = sql.raw(isAscending(query) ? 'asc' : 'desc');
  return sql.join(orderColumns(query).map((column) => sql`${sql.ref(column)} ${direction}`));
}

/** Behind the place the page goes on from, in the direction that is read. */
function beyond(query: OfferPageQuery): RawBuilder<boolean> {
  if (query.from === undefined) return sql<boolean>`true`;
  const { keys, publisherId, offerId } = query.from.place;
  if (keys.length !== keyColumns[query.order].length) throw new Error('This place is of another order.');
  const names = sql.join(orderColumns(query).map((column) => sql.ref(column)));
  const values = [...keys, ...(query.publisherId === undefined ? [publisherId] : []), offerId];
  return sql<boolean>`(${names}) ${sql.raw(isAscending(query) ? '>' : '<')} (${sql.join(values)})`;
}

/** A status is looked for among its situations, too: only those are in an index. */
function matching({ publisherId, offerType, status, situation }: OfferFilter): RawBuilder<boolean> {
  const conditions = [
    sql`true`,
    ...(publisherId === undefined ? [] : [sql`publisher_id = ${publisherId}`]),
    ...(offerType === undefined ? [] : [sql`offer_type = ${offerType}`]),
    ...(situation === undefined ? [] : [sql`situation = ${situation}`]),
    ...(status === undefined
      ? []
      : [sql`status = ${status}`, sql`situation in (${sql.join(situationsOf(status))})`]),
  ];
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

function toListing({ nameKey, tickVersion, ...row }: ListedRow, order: OfferOrder): OfferListing {
  const { publisherId, offerId, situation } = row;
  const keys = { changed: [String(tickVersion)], name: [nameKey], status: [situation, nameKey] }[order];
  return { ...row, place: { publisherId, offerId, keys } };
}
