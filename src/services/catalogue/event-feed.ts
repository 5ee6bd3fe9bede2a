import { sql } from 'kysely';
import type { EventFeed, LoggedEvent } from '../ports';
import type { Connection } from './connection';

/**
 * Reads the event table in an order that never changes afterwards: by transaction, and only transactions older
 * than every one that still runs. An id alone would not do: a lower one can become visible after a higher one.
 */
export const eventFeed = (db: Connection): EventFeed => ({
  async after(cursor, limit) {
    const [xid, id] = readCursor(cursor);
    const rows = await db
      .selectFrom('event')
      .select(['id', 'publisherId', 'offerId', 'publicationId', 'kind', 'actor', 'payload', 'at'])
      .select(sql<string>`xid::text`.as('transaction'))
      .where(sql<boolean>`(xid, id) > (${xid}::xid8, ${id}::bigint)`)
      .where(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`)
      .orderBy('xid')
      .orderBy('id')
      .limit(limit)
      .execute();
    return rows.map(({ id: eventId, transaction, payload, ...event }): LoggedEvent => ({
      ...event,
      cursor: `${transaction}.${eventId}`,
      payload: payload as LoggedEvent['payload'],
    }));
  },
});

/** Throws on anything but an earlier event's cursor. */
function readCursor(cursor: string | undefined): readonly [xid: string, id: string] {
  if (cursor === undefined) return ['0', '0'];
  const found = /^(\d{1,19})\.(\d{1,18})$/.exec(cursor);
  if (found?.[1] === undefined || found[2] === undefined) throw new Error('This is not an event cursor.');
  return [found[1], found[2]];
}
