import { sql } from 'kysely';
import type { Connection } from '../database/connection';
import { type ChannelSource, watchChannel } from '../database/watch-channel';

type Source = ChannelSource & { readonly db: Connection };

/** Calls back with the id of every changed publication; none is missed, some come twice. */
export const watchPublications = (
  source: Source,
  onChange: (publicationId: string) => void,
): Promise<() => Promise<void>> =>
  watchChannel(source, {
    channel: 'publication',
    onNotice: onChange,
    missed: (since) => changedSince(source.db, since),
  });

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
