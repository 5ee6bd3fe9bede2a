import { sql } from 'kysely';
import { readEventCursor } from '../../../domain/events/event-cursor';
import { onlyRepeats } from '../../../domain/publication/unverified';
import type { History, HistoryEvent, HistoryPageQuery } from '../../ports';
import type { OfferKey } from '../../../domain/offer/ids';
import type { Connection } from '../database/connection';

/**
 * Everything the log tells of one offer, newest first by when it happened; the log learns of a run's events later than
 * of what API and portal write themselves. Unlike the feed it shows what has just been committed: who
 * has saved a draft wants to see it, and a page read backwards need not be final.
 */
export const historyIn = (db: Connection): History => ({
  async page(offer, query) {
    const rows = await eventsOf(db, offer, query).execute();
    return rows.map(({ id, transaction, payload, runId, vouchedActor, ...event }): HistoryEvent => {
      const told = payload as HistoryEvent['payload'];
      const isOurs = runId === null && told['requestId'] === undefined;
      const named = namedActor(event.actor, told);
      const isVouchedFor = isOurs || named === null || vouchedActor === named;
      return { ...event, payload: told, cursor: `${transaction}.${id}`, isVouchedFor };
    });
  },

  async choices(offer) {
    const ofOffer = db
      .selectFrom('toldEvent')
      .where('publisherId', '=', offer.publisherId)
      .where('offerId', '=', offer.offerId);
    const [kinds, actors, publications] = await Promise.all([
      ofOffer.select('kind').distinct().orderBy('kind').execute(),
      ofOffer.select('actor').distinct().where('actor', 'is not', null).orderBy('actor').limit(200).execute(),
      db
        .selectFrom('publication')
        .select(['publicationId', 'offerVersion', 'createdAt as startedAt'])
        .where('publisherId', '=', offer.publisherId)
        .where('offerId', '=', offer.offerId)
        .orderBy('createdAt', 'desc')
        .limit(200)
        .execute(),
    ]);
    return {
      kinds: kinds.map(({ kind }) => kind),
      actors: actors.flatMap(({ actor }) => (actor === null ? [] : [actor])),
      publications,
    };
  },
});

/** A cursor that no event has ever had. Nothing was asked of the database. */
export class BadCursorError extends Error {
  constructor() {
    super('This is not the cursor of an event.');
    this.name = 'BadCursorError';
  }
}

function eventsOf(db: Connection, offer: OfferKey, query: HistoryPageQuery) {
  const { publisherId, offerId } = offer;
  const { kind, exceptKinds = [], actor, publicationId, before, limit } = query;
  let events = db
    .selectFrom('toldEvent as event')
    .leftJoin('publication', 'publication.publicationId', 'event.publicationId')
    .select(['event.id', 'event.publisherId', 'event.offerId', 'event.publicationId', 'event.kind'])
    .select(['event.actor', 'event.payload', 'event.at', 'event.runId', 'publication.offerVersion'])
    .select([sql<string>`event.xid::text`.as('transaction'), vouchedActor.as('vouchedActor')])
    .where('event.publisherId', '=', publisherId)
    .where('event.offerId', '=', offerId)
    .orderBy('event.at', 'desc')
    .orderBy('event.xid', 'desc')
    .orderBy('event.id', 'desc')
    .limit(limit);
  if (kind !== undefined) events = events.where('event.kind', '=', kind);
  if (exceptKinds.length > 0) events = events.where('event.kind', 'not in', exceptKinds);
  if (actor !== undefined) events = events.where('event.actor', '=', actor);
  if (publicationId !== undefined) events = events.where('event.publicationId', '=', publicationId);
  if (before !== undefined) events = events.where(isBefore(offer, before));
  return events;
}

/** Times and places never change, so pages neither overlap nor gap. Nothing comes before an event that never was. */
function isBefore({ publisherId, offerId }: OfferKey, cursor: string) {
  const place = readEventCursor(cursor);
  if (place === undefined) throw new BadCursorError();
  return sql<boolean>`(event.at, event.xid, event.id) < (
    select last.at, last.xid, last.id from event last
    where last.id = ${place[1]}::bigint and last.xid = ${place[0]}::xid8
      and last.publisher_id = ${publisherId} and last.offer_id = ${offerId}
  )`;
}

/**
 * Who sent the message behind an event, as API or portal recorded it: the message stands in the event, in the one
 * before it in the same run, or is the start itself, which may bring addresses along: they come right after it.
 */
const vouchedActor = sql<string | null>`(
  select sender.actor from (
    select operation_id, publication_id, actor from operation
    union all
    select operation_id, event.publication_id, actor from message_sender note
    where note.publisher_id = event.publisher_id and note.offer_id = event.offer_id
  ) sender where sender.operation_id = coalesce(
    event.payload #>> '{message,params,requestId}', event.payload ->> 'requestId',
    case when event.kind = 'started' then event.publication_id else (
      select case
        when message.kind = 'started' and event.kind = 'emailsProvided' then message.publication_id
        else message.payload #>> '{message,params,requestId}'
      end from event message
      where message.publication_id = event.publication_id and message.run_id = event.run_id
        and message.telling = event.telling and message.sequence = event.sequence - 1
    ) end
  ) and sender.publication_id = event.publication_id limit 1
)`;

/** Messages name their sender among their params; null when nobody is named, and then nobody has to be vouched for. */
function namedActor(actor: string | null, payload: HistoryEvent['payload']): string | null {
  if (actor !== null) return actor;
  const { message } = payload as { readonly message?: { readonly code?: string; readonly params?: unknown } };
  const named = (message?.params as { readonly actor?: unknown } | undefined)?.actor;
  return typeof named === 'string' && !onlyRepeats(message?.code) ? named : null;
}
