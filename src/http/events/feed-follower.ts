import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../log';
import type { EventFeed, LoggedEvent } from '../../services/ports';

const pageSize = 500;
const shortestPauseMs = 2;
const longestPauseMs = 250;
const afterFailureMs = 1000;

/** Reads the feed to its end, each time it is told that there may be more. */
export type FeedFollower = {
  /** However often it is called: one reader at a time, and one more round for what came meanwhile. */
  readonly readOn: () => void;
  readonly stop: () => void;
};

export type Following = {
  readonly feed: Pick<EventFeed, 'after' | 'hasMore'>;
  /** The last event that was told; '' before the first. */
  readonly end: () => string;
  readonly tell: (event: LoggedEvent) => void;
  readonly log: Pick<Log, 'warn'>;
};

/** Outlives a database that is away: it tries again until it is stopped. */
export function followFeed({ feed, end, tell, log }: Following): FeedFollower {
  let isReading = false;
  let isAskedAgain = false;
  let isStopped = false;

  async function readRounds(): Promise<void> {
    for (let wait = shortestPauseMs; isAskedAgain && !isStopped;) {
      isAskedAgain = false;
      try {
        const events = await readToTheEnd();
        // What was written but has no final place yet waits for a transaction that nobody tells us about.
        if (await feed.hasMore(end())) isAskedAgain = true;
        wait = events > 0 ? shortestPauseMs : Math.min(wait * 2, longestPauseMs);
      } catch (error) {
        log.warn({ err: error }, 'the event feed could not be read; it is tried again');
        isAskedAgain = true;
        wait = afterFailureMs;
      }
      if (isAskedAgain) await pause(wait, undefined, { ref: false });
    }
    isReading = false;
  }

  async function readToTheEnd(): Promise<number> {
    let count = 0;
    for (;;) {
      const page = await feed.after(end() || undefined, pageSize);
      page.forEach(tell);
      count += page.length;
      if (page.length < pageSize) return count;
    }
  }

  return {
    readOn() {
      isAskedAgain = true;
      if (isReading) return;
      isReading = true;
      void readRounds();
    },
    stop: () => void (isStopped = true),
  };
}
