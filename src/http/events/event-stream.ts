import { isBehind } from '../../domain/events/event-cursor';
import type { EventFeed, EventFilter, LoggedEvent } from '../../services/ports';
import { type Frame, frameOf, heartbeat, opening } from './event-frame';
import type { EventHub } from './event-hub';
import type { Watcher } from './watchers';

const pageSize = 100;
/** What may wait for one watcher. Whoever is further behind is cut off, and reads on from the last id it got. */
const mostBytesWaiting = 64 * 1024;
/** How long a watcher that still catches up is believed to be who it was. */
const usualBelievedMs = 15_000;

export type StreamSource = {
  readonly hub: EventHub;
  readonly feed: Pick<EventFeed, 'after'>;
  readonly publicUrl: string;
  /** 15 s unless told. */
  readonly believedMs?: number;
};

export type Watched = {
  readonly filter: EventFilter;
  /** The last event that is known already; '' for none. Undefined: only what happens from now on. */
  readonly after: string | undefined;
  /** True for the last event there is to watch. */
  readonly isLast?: (event: LoggedEvent) => boolean;
};

export type Watch = Watched & {
  /** Asked now and then; false ends the stream. */
  readonly isStillAllowed: () => Promise<boolean>;
  /** Aborted when the watcher goes away, which can be before anybody reads the stream. */
  readonly signal: AbortSignal;
  /** Called once, whatever ends the stream; not when it could not begin. */
  readonly onOver: () => void;
};

/**
 * The events of one watcher as server-sent events: first those it missed, at its own pace, then as they happen.
 * Throws when the database does not answer, before anything is sent.
 */
export async function eventStream(source: StreamSource, watch: Watch): Promise<ReadableStream<Uint8Array>> {
  const now = await source.hub.position();
  let feeder: Feeder | undefined;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        controller.enqueue(opening);
        feeder = feed(source, watch, { controller, cursor: watch.after ?? now });
      },
      pull: () => feeder?.more(),
      cancel: () => feeder?.leave(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostBytesWaiting }),
  );
}

type Feeder = { readonly more: () => Promise<void>; readonly leave: () => void };

type Outlet = {
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  readonly cursor: string;
};

/** Reads on from the watcher's own place until it has caught up, and joins the others then. */
function feed(source: StreamSource, watch: Watch, { controller, cursor: from }: Outlet): Feeder {
  const { hub, believedMs = usualBelievedMs } = source;
  const live = liveWatcher(hub, watch, controller);
  let cursor = from;
  let isLive = false;
  let checkedAt = performance.now();

  /** Returns how many events the watcher was given. */
  async function catchUp(): Promise<number> {
    if (performance.now() - checkedAt > believedMs) {
      checkedAt = performance.now();
      if (!(await watch.isStillAllowed())) live.watcher.end();
      if (live.isOver()) return 0;
    }
    const known = await hub.position();
    const page = await source.feed.after(cursor === '' ? undefined : cursor, pageSize, watch.filter);
    const frames = page
      .map((event) => frameOf(event, source.publicUrl))
      .filter((frame) => frame !== undefined);
    frames.forEach(live.give);
    cursor = page.at(-1)?.cursor ?? cursor;
    if (page.length === pageSize || live.isOver()) return frames.length;
    if (isBehind(known, cursor)) cursor = known;
    // What was just given is to be taken first: nobody is cut off for a backlog.
    if (frames.length === 0) isLive = hub.join(live.watcher, cursor);
    return frames.length;
  }

  return {
    leave: live.leave,
    async more() {
      try {
        if (!isLive && watch.after === undefined) isLive = hub.join(live.watcher, cursor);
        while (!isLive && !live.isOver() && (await catchUp()) === 0);
      } catch (error) {
        live.leave();
        throw error;
      }
    },
  };
}

type LiveWatcher = {
  readonly watcher: Watcher;
  /** Whatever waits already: for events the watcher missed, which it takes at its own pace. */
  readonly give: (frame: Frame) => void;
  readonly leave: () => void;
  readonly isOver: () => boolean;
};

function liveWatcher(hub: EventHub, watch: Watch, controller: Outlet['controller']): LiveWatcher {
  let isOver = false;
  const leave = (): void => {
    if (isOver) return;
    isOver = true;
    hub.leave(watcher);
    watch.onOver();
  };
  const end = (): void => {
    if (isOver) return;
    leave();
    controller.close();
  };
  const give = ({ event, bytes }: Frame): void => {
    if (isOver) return;
    controller.enqueue(bytes);
    if (watch.isLast?.(event) === true) end();
  };
  /** False once the watcher is gone, or further behind than anybody waits for. */
  const hasRoom = (): boolean => {
    if (isOver) return false;
    if ((controller.desiredSize ?? 0) > 0) return true;
    leave();
    controller.error(new SlowWatcherError());
    return false;
  };
  const watcher: Watcher = {
    filter: watch.filter,
    send: (frame) => void (hasRoom() && give(frame)),
    beat() {
      if (!hasRoom()) return;
      controller.enqueue(heartbeat);
      // Whoever cannot be asked about at the moment stays.
      watch.isStillAllowed().then(
        (isAllowed) => (isAllowed ? undefined : end()),
        () => undefined,
      );
    },
    end,
  };
  watch.signal.addEventListener('abort', end);
  if (watch.signal.aborted) end();
  return { watcher, give, leave, isOver: () => isOver };
}

class SlowWatcherError extends Error {
  constructor() {
    super('The watcher reads more slowly than events happen.');
    this.name = 'SlowWatcherError';
  }
}
