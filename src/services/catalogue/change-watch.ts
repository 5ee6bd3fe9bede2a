import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Log } from '../../log';
import type { Connection } from './connection';
import { listen, type Listening } from './listening';

const firstPause = 100;
const longestPause = 2000;

type Source = { readonly db: Connection; readonly databaseUrl: string; readonly log?: Log | undefined };
type OnChange = (publicationId: string) => void;

/**
 * Calls back with every changed publication. When the connection breaks it is made again, for as long as it takes,
 * and what changed in the meantime is called back then: no change is missed, some come twice.
 */
export async function watchPublications(source: Source, onChange: OnChange): Promise<() => Promise<void>> {
  const stop = new AbortController();
  const first = await listen(source.databaseUrl, onChange);
  const ended = keepListening(source, first, { onChange, stop: stop.signal });
  return async () => {
    stop.abort();
    await ended;
  };
}

type Watch = { readonly onChange: OnChange; readonly stop: AbortSignal };

async function keepListening(source: Source, first: Listening, watch: Watch): Promise<void> {
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
async function listenAgain(source: Source, since: string, watch: Watch): Promise<Listening | undefined> {
  source.log?.warn('the connection that watches publications was lost');
  for (let wait = firstPause; !watch.stop.aborted; wait = Math.min(wait * 2, longestPause)) {
    const listening = await listen(source.databaseUrl, watch.onChange).catch(() => undefined);
    const changed = listening && (await changedSince(source.db, since).catch(() => undefined));
    if (changed !== undefined) {
      changed.forEach(watch.onChange);
      return listening;
    }
    await listening?.close();
    await pause(wait, undefined, { signal: watch.stop }).catch(() => undefined);
  }
  return undefined;
}

/** With a minute's overlap: a change can be made before the connection broke and committed after it. */
async function changedSince(db: Connection, since: string): Promise<readonly string[]> {
  const from = sql<string>`${since}::timestamptz - interval '1 minute'`;
  const rows = await db
    .selectFrom('publication')
    .select('publicationId')
    .where('touchedAt', '>', from)
    .union(db.selectFrom('progress').select('publicationId').where('updatedAt', '>', from))
    .execute();
  return rows.map(({ publicationId }) => publicationId);
}
