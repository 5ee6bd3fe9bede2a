import { sql } from 'kysely';
import type { ItemProgress } from '../../ports';
import type { Connection } from '../database/connection';
import { toJson, toText } from '../database/json';

/** Live figures of one item, the newest only; whoever watches the publication is told. */
export async function reportProgress(
  db: Connection,
  publicationId: string,
  { item, message, ...figures }: Omit<ItemProgress, 'updatedAt'>,
): Promise<void> {
  const columns = {
    ...figures,
    message: message === undefined ? null : toJson(message),
    updatedAt: sql<string>`clock_timestamp()`,
  };
  await db
    .with('written', (write) =>
      write
        .insertInto('progress')
        .values({ publicationId, item: toText(item), ...columns })
        .onConflict((conflict) => conflict.columns(['publicationId', 'item']).doUpdateSet(columns))
        .returning('publicationId'),
    )
    .selectFrom('written')
    .select(sql`pg_notify('publication', publication_id)`.as('notified'))
    .execute();
}

export async function progressOf(db: Connection, publicationId: string): Promise<readonly ItemProgress[]> {
  const rows = await db
    .selectFrom('progress')
    .select(['item', 'doneBytes', 'totalBytes', 'bytesPerSecond', 'state', 'message', 'updatedAt'])
    .where('publicationId', '=', publicationId)
    .orderBy('item')
    .execute();
  return rows.map(({ doneBytes, totalBytes, message, ...row }) => ({
    ...row,
    doneBytes: Number(doneBytes),
    totalBytes: Number(totalBytes),
    ...(message === null ? {} : { message }),
  }));
}
