import { sql } from 'kysely';

/** No transaction that may still write in front of this row of `event` is under way. Asked once a statement, not a row. */
export const isFinal = sql<boolean>`event.xid < (select feed_place(pg_snapshot_xmin(pg_current_snapshot())))`;
