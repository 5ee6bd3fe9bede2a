import type { Log } from '../../log';
import type { EventFeed, LoggedEvent } from '../../services/ports';
import { frameOf } from './event-frame';
import { followFeed } from './feed-follower';
import { recentFrames } from './recent-frames';
import { type Watcher, watchersOf } from './watchers';

const usualHeartbeatMs = 15_000;
/** Each has a socket; a process has some thousands. */
const usualMostWatchers = 5000;

/**
 * One connection that listens and one reader of the feed for all watchers of this process. It begins with the first
 * watcher, and outlives a database that is away.
 */
export type EventHub = {
  /** Where the feed ends for now; opens the connection the first time. Throws without a database, and when closed. */
  readonly position: () => Promise<string>;
  /**
   * From now on the watcher gets what follows `cursor`. False when that is too long ago to be in memory: read the
   * feed up to a newer cursor first.
   */
  readonly join: (watcher: Watcher, cursor: string) => boolean;
  readonly leave: (watcher: Watcher) => void;
  /** Whether this process can take another watcher. */
  readonly hasRoom: () => boolean;
  /** Ends every watcher; they come back to the next process with the last id they got. */
  readonly close: () => Promise<void>;
};

export type HubOptions = {
  readonly feed: Pick<EventFeed, 'after' | 'newest' | 'hasMore' | 'watch'>;
  readonly publicUrl: string;
  readonly log: Pick<Log, 'warn'>;
  /** 15 s unless told. */
  readonly heartbeatMs?: number;
  /** 5,000 unless told. */
  readonly mostWatchers?: number;
};

export function createEventHub(options: HubOptions): EventHub {
  const { feed, log, heartbeatMs = usualHeartbeatMs, mostWatchers = usualMostWatchers } = options;
  const recent = recentFrames();
  const watchers = watchersOf(recent);
  const follower = followFeed({ feed, log, end: recent.end, tell: (event) => tell(event) });
  let opening: Promise<() => Promise<void>> | undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  let isClosed = false;

  const tell = (event: LoggedEvent): void => {
    const frame = frameOf(event, options.publicUrl);
    recent.add(event.cursor, frame);
    if (frame !== undefined) watchers.send(frame);
  };

  async function open(): Promise<() => Promise<void>> {
    // Before the connection that listens: it is left open by nothing that fails. What comes between is read below.
    recent.startAt((await feed.newest()) ?? '');
    const stop = await feed.watch(follower.readOn);
    heartbeat ??= setInterval(() => watchers.each(({ beat }) => beat()), heartbeatMs).unref();
    follower.readOn();
    return stop;
  }

  return {
    async position() {
      if (isClosed) throw new Error('This process ends; its watchers go on with the next one.');
      opening ??= open();
      await opening.catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return recent.end();
    },
    join: (watcher, cursor) => !isClosed && watchers.join(watcher, cursor),
    leave: watchers.leave,
    hasRoom: () => watchers.count() < mostWatchers,
    async close() {
      isClosed = true;
      follower.stop();
      clearInterval(heartbeat);
      watchers.each(({ end }) => end());
      await (
        await opening?.catch(() => undefined)
      )?.();
    },
  };
}
