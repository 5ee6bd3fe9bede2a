import type { Client } from 'pg';

/** More than the old server can have counted between the dump and its end. */
const transactionsLeftOut = 2 ** 32;

const newest = 'select xid from event order by xid desc, id desc limit 1';

/**
 * A dump that was restored on another server brings numbers of transactions that are ahead of this one's: new events would
 * come before all that is there, where no reader looks any more. From now on they come after it, and after what the old
 * server told once the dump was made: whoever has the id of any event gets all that follow. Returns whether it was so.
 */
export async function continueFeed(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `select 1 from (${newest}) last where last.xid >= feed_place(pg_snapshot_xmax(pg_current_snapshot()))`,
  );
  if (rowCount === 0) return false;
  // Whoever is writing ends first, and who comes meanwhile waits for the new base.
  await client.query('lock table event in share row exclusive mode');
  await client.query(`update feed_base set base = last.xid::text::bigint + $1 from (${newest}) last`, [
    transactionsLeftOut,
  ]);
  return true;
}
