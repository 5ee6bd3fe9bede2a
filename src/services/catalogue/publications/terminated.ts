import { sql } from 'kysely';
import { terminatedRunOf } from '../../../domain/publication/terminated-run';
import type { Clock, PublicationRecord, PublicationRun } from '../../ports';
import { closeByForce } from './abandoned';
import type { Connection } from '../database/connection';
import { changeOffer, lockOffer } from '../offers/offer-row';
import { lockPublication } from './publication-row';

const columns = ['publicationId', 'publisherId', 'offerId', 'newestRunId as runId', 'status'] as const;

/** Taking marks them, so that the next call goes on with the others: thousands may wait for months. */
export function takeForCheck(db: Connection, limit: number): Promise<readonly PublicationRecord[]> {
  return (
    db
      .updateTable('publication')
      .set({ checkedAt: sql<string>`clock_timestamp()` })
      .where('publicationId', 'in', (due) =>
        due
          .selectFrom('publication')
          .select('publicationId')
          .where(isToCheck)
          .where('checkedAt', '<', sql<string>`clock_timestamp() - interval '50 seconds'`)
          .orderBy('checkedAt')
          .limit(limit),
      )
      // Asked again of the row itself: it may have ended while this waited for whoever was ending it.
      .where(isToCheck)
      .returning(columns)
      .execute()
  );
}

/** As in the index `publication_to_check`. */
const isToCheck = sql<boolean>`opened_at is not null and (ended_at is null
  or ((newest_run_id like 'terminated.%' or newest_run_id like 'closed-by.%')
    and tidied_run_id is distinct from newest_run_id))`;

export function closeTerminated(
  { db, clock }: { readonly db: Connection; readonly clock: Clock },
  { publicationId, runId }: PublicationRun,
): Promise<PublicationRecord | undefined> {
  return db.transaction().execute(async (trx) => {
    const offer = await trx
      .selectFrom('publication')
      .select(['publisherId', 'offerId'])
      .where('publicationId', '=', publicationId)
      .executeTakeFirst();
    const locked = offer && (await lockOffer(trx, offer));
    const row = await lockPublication(trx, publicationId);
    if (row === undefined || row.endedAt !== null || row.newestRunId !== runId) return undefined;
    const now = clock();
    const closing = { runId: terminatedRunOf(runId), now };
    const status = await closeByForce(trx, row, closing);
    if (locked?.currentPublicationId === publicationId) {
      await changeOffer(trx, locked, { now, shown: status });
    }
    const { publisherId, offerId } = row;
    return { publicationId, publisherId, offerId, runId: closing.runId, status };
  });
}

export async function markTidy(db: Connection, { publicationId, runId }: PublicationRun): Promise<void> {
  await db
    .updateTable('publication')
    .set({ tidiedRunId: runId })
    .where('publicationId', '=', publicationId)
    .where('newestRunId', '=', runId)
    .execute();
}
