import { sql } from 'kysely';
import type { Connection } from '../database/connection';

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

/** So that a statement is done in time however many offers are live. */
const slotsAtOnce = 2000;

/**
 * Counts the pictures of every page that a slot shows as used, unless they were since `before`: no version is bound to
 * them, so that otherwise `whileIdle` takes those of a page that has long been live for idle.
 */
export async function markShownPictures(db: Connection, before: Date): Promise<void> {
  let after: SlotKey | undefined = { publisherId: '', offerId: '', slot: '' };
  while (after !== undefined) after = await markPicturesOfSome(db, before, after);
}

type SlotKey = { readonly publisherId: string; readonly offerId: string; readonly slot: string };

/** Of the slots behind this one; returns the last it came to. An array is looked up by index, a join reads all artefacts. */
async function markPicturesOfSome(
  db: Connection,
  before: Date,
  { publisherId, offerId, slot }: SlotKey,
): Promise<SlotKey | undefined> {
  const { rows } = await sql<SlotKey>`
    with part as (
      select publisher_id, offer_id, slot, package_digest from slot
      where (publisher_id, offer_id, slot) > (${publisherId}, ${offerId}, ${slot})
      order by publisher_id, offer_id, slot limit ${slotsAtOnce}
    ), marked as (
      update artefact set used_at = clock_timestamp()
      where used_at < ${before.toISOString()}::timestamptz and digest = any(array(
        select image ->> 'digest' from part join package using (package_digest)
        cross join json_array_elements(package.manifest -> 'images') image))
    )
    select publisher_id, offer_id, slot from part
    order by publisher_id desc, offer_id desc, slot desc limit 1`.execute(db);
  return rows[0];
}

const isNeededByNobody = sql<boolean>`not exists (
  select from artefact_binding binding
  where binding.digest = artefact.digest and (
    exists (select from slot where (slot.publisher_id, slot.offer_id, slot.offer_version)
      = (binding.publisher_id, binding.offer_id, binding.offer_version))
    or exists (select from publication open where open.ended_at is null
      and (open.publisher_id, open.offer_id, open.offer_version)
        = (binding.publisher_id, binding.offer_id, binding.offer_version))))`;
