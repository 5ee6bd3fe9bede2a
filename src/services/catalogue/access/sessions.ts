import { sql, type Transaction } from 'kysely';
import { longestSession } from '../../../domain/access/session';
import type { Sessions } from '../../ports';
import type { Connection } from '../database/connection';
import type { Database } from '../schema';

const shown = ['sessionId', 'credential', 'startedAt', 'issuedAt', 'replacedAt'] as const;

export const sessionsIn = (db: Connection): Sessions => ({
  async start(session) {
    await db.insertInto('webSession').values(session).execute();
    // Whoever comes in sweeps up what no cookie can bring back.
    const tooOld = new Date(Date.parse(session.startedAt) - longestSession).toISOString();
    await db.deleteFrom('webSession').where('startedAt', '<', tooOld).execute();
  },

  find: (digest) => db.selectFrom('webSession').select(shown).where('digest', '=', digest).executeTakeFirst(),

  renew: ({ sessionId, digest: old }, { digest, issuedAt }) =>
    db.transaction().execute(async (trx) => {
      await alone(trx, sessionId);
      const before = trx.selectFrom('webSession').where('digest', '=', old);
      await trx
        .insertInto('webSession')
        .columns(['digest', 'sessionId', 'credential', 'startedAt', 'issuedAt'])
        .expression(
          before.select([
            sql<Buffer>`${digest}::bytea`.as('digest'),
            'sessionId',
            'credential',
            'startedAt',
            sql<string>`${issuedAt}::timestamptz`.as('issuedAt'),
          ]),
        )
        .execute();
      await trx
        .updateTable('webSession')
        .set({ replacedAt: issuedAt })
        .where('digest', '=', old)
        .where('replacedAt', 'is', null)
        .execute();
    }),

  end: (sessionId) =>
    db.transaction().execute(async (trx) => {
      await alone(trx, sessionId);
      await trx.deleteFrom('webSession').where('sessionId', '=', sessionId).execute();
    }),
});

/** A sign-out sees the cookie that is being renewed at the same time, or there will be none. */
async function alone(trx: Transaction<Database>, sessionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`session ${sessionId}`}, 0))`.execute(trx);
}
