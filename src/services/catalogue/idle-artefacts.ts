import { sql } from 'kysely';
import type { Connection } from './connection';

/** Longer than one call to a store may take (`services/blob-storage/account.ts`). */
const workMs = 90_000;

/**
 * Runs `work` when nobody needs the artefact's bytes in staging: not used since `before`, of no version that a slot
 * shows or an open publication works on. Who asks for it meanwhile (`findBySource`) waits until the work is done.
 */
export function whileIdle(
  db: Connection,
  { digest, before }: { readonly digest: string; readonly before: Date },
  work: () => Promise<void>,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    // A connection that idles in a transaction is cut off, and its lock with it, sooner than a store's patience is over.
    await sql`set local idle_in_transaction_session_timeout = ${sql.lit(workMs)}`.execute(trx);
    const idle = await trx
      .selectFrom('artefact')
      .select('digest')
      .where('digest', '=', digest)
      .where('usedAt', '<', before.toISOString())
      .where(isNeededByNobody)
      .forUpdate()
      .executeTakeFirst();
    if (idle === undefined) return false;
    await work();
    return true;
  });
}

const isNeededByNobody = sql<boolean>`not exists (
  select from artefact_binding binding
  where binding.digest = artefact.digest and (
    exists (select from slot where (slot.publisher_id, slot.offer_id, slot.offer_version)
      = (binding.publisher_id, binding.offer_id, binding.offer_version))
    or exists (select from publication open where open.ended_at is null
      and (open.publisher_id, open.offer_id, open.offer_version)
        = (binding.publisher_id, binding.offer_id, binding.offer_version))))`;
