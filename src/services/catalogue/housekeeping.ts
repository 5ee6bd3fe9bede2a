import { sql } from 'kysely';
import type { Housekeeping } from '../ports';
import type { Connection } from './database/connection';

/** Any number that nobody else uses for an advisory lock in this database. */
const housekeepingLock = 4_117_202;

/** The lock belongs to a connection: when its process dies, PostgreSQL gives it back. */
export const housekeepingIn = (db: Connection): Housekeeping => ({
  alone: (work) =>
    db.connection().execute(async (own) => {
      const { rows } = await sql<{
        locked: boolean;
      }>`select pg_try_advisory_lock(${housekeepingLock}) as locked`.execute(own);
      if (rows[0]?.locked !== true) return false;
      try {
        await work();
      } finally {
        await sql`select pg_advisory_unlock(${housekeepingLock})`.execute(own);
      }
      return true;
    }),
});
