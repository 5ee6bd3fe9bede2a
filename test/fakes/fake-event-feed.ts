import type { EventFeed, EventFilter, LoggedEvent } from '../../src/services/ports';

export type FakeEventFeed = EventFeed & {
  readonly events: LoggedEvent[];
  /** How often it was asked for a page. */
  asked: number;
  /** Cursors from this one on have no final place yet. */
  heldFrom: string | undefined;
  /** Adds an event and tells whoever watches. */
  readonly add: (event?: Partial<LoggedEvent>) => LoggedEvent;
  readonly tellWatchers: () => void;
};

/** The event feed in memory; cursors are `100.1`, `100.2`, ... */
export function fakeEventFeed(): FakeEventFeed {
  const watchers = new Set<() => void>();
  const final = (): readonly LoggedEvent[] => {
    const held = fake.events.findIndex(({ cursor }) => cursor === fake.heldFrom);
    return held === -1 ? fake.events : fake.events.slice(0, held);
  };
  const behind = (events: readonly LoggedEvent[], cursor: string | undefined): readonly LoggedEvent[] =>
    events.slice(events.findIndex((event) => event.cursor === cursor) + 1);
  const fake: FakeEventFeed = {
    events: [],
    asked: 0,
    heldFrom: undefined,
    add(event = {}) {
      const added = { ...someEvent, cursor: `100.${fake.events.length + 1}`, ...event };
      fake.events.push(added);
      fake.tellWatchers();
      return added;
    },
    tellWatchers: () => watchers.forEach((tell) => tell()),
    after: async (cursor, limit, filter = {}) => {
      fake.asked += 1;
      return behind(final(), cursor)
        .filter((event) => fits(event, filter))
        .slice(0, limit);
    },
    newest: async () => final().at(-1)?.cursor,
    hasMore: async (cursor) => behind(fake.events, cursor).length > 0,
    watch: async (onMore) => {
      watchers.add(onMore);
      return async () => void watchers.delete(onMore);
    },
  };
  return fake;
}

const fits = (event: LoggedEvent, filter: EventFilter): boolean =>
  Object.entries(filter).every(([name, value]) => event[name as keyof EventFilter] === value);

export const someEvent: LoggedEvent = {
  cursor: '100.1',
  publisherId: 'contoso',
  offerId: 'linux-vm',
  publicationId: 'p1',
  kind: 'stepChanged',
  actor: null,
  payload: { kind: 'stepChanged', step: 'displaycertify', status: 'complete' },
  at: '2026-11-20T12:00:00.000Z',
};
