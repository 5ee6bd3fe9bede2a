import type { History, HistoryEvent } from '../../src/services/ports';

/** One offer's log in memory, oldest first; the cursor counts events. */
export function fakeHistory(events: readonly HistoryEvent[]): History {
  return {
    page: async (offer, { kind, exceptKinds = [], actor, publicationId, before, limit }) =>
      events
        .filter((event) => event.publisherId === offer.publisherId && event.offerId === offer.offerId)
        .filter(
          (event) =>
            before === undefined || Number(event.cursor.split('.')[1]) < Number(before.split('.')[1]),
        )
        .filter((event) => (kind ?? event.kind) === event.kind && (actor ?? event.actor) === event.actor)
        .filter((event) => !exceptKinds.includes(event.kind))
        .filter((event) => (publicationId ?? event.publicationId) === event.publicationId)
        .toReversed()
        .slice(0, limit),
    choices: async (offer) => {
      const own = events.filter(
        (event) => event.publisherId === offer.publisherId && event.offerId === offer.offerId,
      );
      return {
        kinds: [...new Set(own.map(({ kind }) => kind))],
        actors: [...new Set(own.flatMap(({ actor }) => (actor === null ? [] : [actor])))],
        publications: [],
      };
    },
  };
}
