import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../../log';
import { listen, type Listening } from './listening';

const firstPause = 100;
const longestPause = 2000;

export type ChannelSource = { readonly databaseUrl: string; readonly log?: Log | undefined };

type Channel = {
  readonly channel: 'publication' | 'event';
  readonly onNotice: (payload: string) => void;
  /** What was told since then, for whoever was cut off. */
  readonly missed: (since: string) => Promise<readonly string[]>;
};

/**
 * Calls back with every notice. When the connection breaks it is made again, for as long as it takes, and what was
 * missed in the meantime is called back then: no notice is lost, some come twice.
 */
export async function watchChannel(source: ChannelSource, channel: Channel): Promise<() => Promise<void>> {
  const stop = new AbortController();
  const first = await listen(source.databaseUrl, channel.channel, channel.onNotice);
  const ended = keepListening(source, first, { ...channel, stop: stop.signal });
  return async () => {
    stop.abort();
    await ended;
  };
}

type Watch = Channel & { readonly stop: AbortSignal };

async function keepListening(source: ChannelSource, first: Listening, watch: Watch): Promise<void> {
  const stopped = new Promise<void>((resolve) => {
    watch.stop.addEventListener('abort', () => resolve(), { once: true });
  });
  let listening: Listening | undefined = first;
  while (listening !== undefined) {
    await Promise.race([listening.broken, stopped]);
    await listening.close();
    const since = listening.lastSeen();
    listening = watch.stop.aborted ? undefined : await listenAgain(source, since, watch);
  }
}

/** Listens first and looks then, so that nothing falls in between; undefined when stopped. */
async function listenAgain(
  source: ChannelSource,
  since: string,
  watch: Watch,
): Promise<Listening | undefined> {
  source.log?.warn({ channel: watch.channel }, 'a connection that listens for changes was lost');
  for (let wait = firstPause; !watch.stop.aborted; wait = Math.min(wait * 2, longestPause)) {
    const listening = await listen(source.databaseUrl, watch.channel, watch.onNotice).catch(() => undefined);
    const missed = listening && (await watch.missed(since).catch(() => undefined));
    if (missed !== undefined) {
      missed.forEach(watch.onNotice);
      return listening;
    }
    await listening?.close();
    await pause(wait, undefined, { signal: watch.stop }).catch(() => undefined);
  }
  return undefined;
}
