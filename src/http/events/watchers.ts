import { isBehind } from '../../domain/events/event-cursor';
import type { EventFilter, LoggedEvent } from '../../services/ports';
import type { Frame } from './event-frame';
import type { RecentFrames } from './recent-frames';

/** Whoever gets events. Both must return at once: nobody waits for a watcher. */
export type Watcher = {
  readonly filter: EventFilter;
  readonly send: (frame: Frame) => void;
  /** Each 15 seconds: a sign of life, and a look whether the watcher may still watch. */
  readonly beat: () => void;
  readonly end: () => void;
};

/** Everybody who watches now. */
export type Watchers = {
  /** False when what follows the cursor is not in memory any more. */
  readonly join: (watcher: Watcher, cursor: string) => boolean;
  readonly leave: (watcher: Watcher) => void;
  readonly send: (frame: Frame) => void;
  readonly count: () => number;
  /** Also while watchers leave. */
  readonly each: (work: (watcher: Watcher) => void) => void;
};

export function watchersOf(recent: RecentFrames): Watchers {
  /** With the cursor each has already; '' once everything that comes is new to it. */
  const joined = new Map<Watcher, string>();
  return {
    join(watcher, cursor) {
      if (!recent.reachesBackTo(cursor)) return false;
      joined.set(watcher, isBehind(cursor, recent.end()) ? cursor : '');
      for (const frame of recent.after(cursor)) {
        if (joined.has(watcher) && concerns(watcher.filter, frame.event)) watcher.send(frame);
      }
      return true;
    },
    leave: (watcher) => void joined.delete(watcher),
    send(frame) {
      const { event } = frame;
      for (const [watcher, known] of joined) {
        if (!concerns(watcher.filter, event)) continue;
        if (known !== '' && !isBehind(event.cursor, known)) continue;
        if (known !== '') joined.set(watcher, '');
        watcher.send(frame);
      }
    },
    count: () => joined.size,
    each: (work) => [...joined.keys()].forEach(work),
  };
}

const concerns = (filter: EventFilter, event: LoggedEvent): boolean =>
  (filter.publisherId === undefined || filter.publisherId === event.publisherId) &&
  (filter.offerId === undefined || filter.offerId === event.offerId) &&
  (filter.publicationId === undefined || filter.publicationId === event.publicationId);
