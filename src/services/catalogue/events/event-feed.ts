import { sql } from 'kysely';
import { readEventCursor } from '../../../domain/events/event-cursor';
import type { EventFeed, LoggedEvent } from '../../ports';
import type { Connection } from '../database/connection';
import { isFinal } from './final-events';
import { type ChannelSource, watchChannel } from '../database/watch-channel';

/**
 * Reads the event table in an order that never changes afterwards: by transaction, and only transactions older
 * than every one that still runs. An id alone would not do: a lower one can become visible after a higher one.
 */
export const eventFeed = (source: ChannelSource & { readonly db: Connection }): EventFeed => {
  const { db } = source;
  return {
    async after(cursor, limit, { publisherId, offerId, publicationId } = {}) {
      const [xid, id] = placeOf(cursor);
      const rows = await db
        .selectFrom('event')
        .select(['id', 'publisherId', 'offerId', 'publicationId', 'kind', 'actor', 'payload', 'at'])
        .select(sql<string>`xid::text`.as('transaction'))
        .where(sql<boolean>`(xid, id) > (${xid}::xid8, ${id}::bigint)`)
        .where(isFinal)
        .$if(publisherId !== undefined, (query) => query.where('publisherId', '=', publisherId ?? ''))
        .$if(offerId !== undefined, (query) => query.where('offerId', '=', offerId ?? ''))
        .$if(publicationId !== undefined, (query) => query.where('publicationId', '=', publicationId ?? ''))
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

    async newest() {
      const row = await db
        .selectFrom('event')
        .select(sql<string>`xid || '.' || id`.as('cursor'))
        .where(isFinal)
        .orderBy('xid', 'desc')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.cursor;
    },

    async hasMore(cursor) {
      const [xid, id] = placeOf(cursor);
      const row = await db
        .selectFrom('event')
        .select('id')
        .where(sql<boolean>`(xid, id) > (${xid}::xid8, ${id}::bigint)`)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    // Whoever was cut off looks once: the feed itself knows what was missed.
    watch: (onMore) =>
      watchChannel(source, { channel: 'event', onNotice: () => onMore(), missed: async () => [''] }),
  };
};

/** Throws on anything but an earlier event's cursor. */
function placeOf(cursor: string | undefined): readonly [xid: string, id: string] {
  const place = cursor === undefined ? (['0', '0'] as const) : readEventCursor(cursor);
  if (place === undefined) throw new Error('This is not an event cursor.');
  return place;
}
