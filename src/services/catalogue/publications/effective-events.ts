import type { Transaction } from 'kysely';
import type { PublicationEvent } from '../../../domain/publication/events';
import type { Connection } from '../database/connection';
import type { Database } from '../schema';

/** What counts of a publication's log: of each older run or telling only what came before the point a newer one began at. */
export async function effectiveEvents(
  db: Connection | Transaction<Database>,
  publicationId: string,
  { from, before }: { readonly from?: number; readonly before?: number } = {},
): Promise<readonly PublicationEvent[]> {
  let told = db.selectFrom('toldEvent').select('payload').where('publicationId', '=', publicationId);
  told = told.where('sequence', 'is not', null).orderBy('sequence');
  if (from !== undefined) told = told.where('sequence', '>=', from);
  if (before !== undefined) told = told.where('sequence', '<', before);
  const rows = await told.execute();
  return rows.map(({ payload }) => payload as PublicationEvent);
}
