import { sql } from 'kysely';
import type { Replicas } from '../../ports';
import type { Connection } from '../database/connection';
import { toJson } from '../database/json';
import {
  forgetReplica,
  orphanedReplicas,
  releaseHolds,
  releaseSupersededHolds,
  replicasHeldBy,
} from './replica-holds';

const columns = ['digest', 'region', 'state', 'attempt', 'journal', 'verifiedAt'] as const;
const nextAttempt = sql<number>`nextval('replica_attempt')`;
const now = sql<string>`now()`;

/** An attempt gives a sign of life every ten seconds; one that has given none for so long is dead or cut off. */
const quiet = sql<boolean>`replica.changed_at < now() - interval '1 minute'`;
/** Two that take each other's replica by turns would never finish. */
const mayTakeOver = sql<boolean>`
  replica.state = 'verified' or replica.copying_for is not distinct from excluded.copying_for
  or replica.copying_for is null or ${quiet}`;

export const replicasIn = (db: Connection): Replicas => ({
  claim: (digest, region, { publicationId, publisherId, offerId }) =>
    db.transaction().execute(async (trx) => {
      const replica = await trx
        .insertInto('replica')
        .values({
          digest,
          region,
          state: 'copying',
          attempt: nextAttempt,
          journal: '[]',
          copyingFor: publicationId,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['digest', 'region'])
            .doUpdateSet({ attempt: nextAttempt, changedAt: now, copyingFor: publicationId })
            .where(mayTakeOver),
        )
        .returning(columns)
        .executeTakeFirst();
      await trx
        .insertInto('replicaHold')
        .values({ digest, region, publicationId, publisherId, offerId })
        .onConflict((conflict) =>
          conflict.columns(['digest', 'region', 'publicationId']).doUpdateSet({ releasedAt: null }),
        )
        .execute();
      return replica;
    }),

  async touch(attempt) {
    await write(db, attempt, {});
  },

  saveJournal: ({ journal, ...attempt }) =>
    write(db, attempt, { state: 'copying', verifiedAt: null, journal: toJson(journal) }),

  markVerified: (attempt) =>
    write(db, attempt, { state: 'verified', verifiedAt: sql<string>`coalesce(verified_at, now())` }),

  find: (digest, region) =>
    db
      .selectFrom('replica')
      .select(columns)
      .where('digest', '=', digest)
      .where('region', '=', region)
      .executeTakeFirst(),

  heldBy: (publicationId) => replicasHeldBy(db, publicationId),
  async regionsOf(digest) {
    const rows = await db.selectFrom('replica').select('region').where('digest', '=', digest).execute();
    return rows.map(({ region }) => region);
  },

  release: (publicationId) => releaseHolds(db, publicationId),
  releaseSuperseded: () => releaseSupersededHolds(db),
  forget: (digest, region) => forgetReplica(db, { digest, region }),
  orphans: (limit) => orphanedReplicas(db, limit),
});

type Attempt = { readonly digest: string; readonly region: string; readonly attempt: number };
type Change = {
  readonly state?: 'copying' | 'verified';
  readonly journal?: string;
  readonly verifiedAt?: string | null | ReturnType<typeof sql<string>>;
};

/** False for an attempt that is not the newest: somebody else writes there now. */
async function write(db: Connection, { digest, region, attempt }: Attempt, change: Change): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('replica')
    .set({ ...change, changedAt: now })
    .where('digest', '=', digest)
    .where('region', '=', region)
    .where('attempt', '=', attempt)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
