import { type Expression, type ExpressionBuilder, sql, type SqlBool, type Transaction } from 'kysely';
import type { Connection } from '../database/connection';
import type { Database } from '../schema';

type Place = { readonly digest: string; readonly region: string };

export function replicasHeldBy(db: Connection, publicationId: string): Promise<readonly Place[]> {
  return db
    .selectFrom('replicaHold')
    .select(['digest', 'region'])
    .where('publicationId', '=', publicationId)
    .where('releasedAt', 'is', null)
    .execute();
}

/**
 * Drops a publication's holds, except on replicas that a slot shows, and returns what it held and nobody holds any
 * more. A dropped hold stays as a note until the replica is forgotten, so that asking again gives the same answer.
 */
export function releaseHolds(db: Connection, publicationId: string): Promise<readonly Place[]> {
  return db.transaction().execute(async (trx) => {
    await lockHeld(trx, publicationId);
    await trx
      .updateTable('replicaHold as hold')
      .set({ releasedAt: sql<string>`now()` })
      .where('hold.publicationId', '=', publicationId)
      .where('hold.releasedAt', 'is', null)
      .where(sql<boolean>`not ${slotShowing(publicationId)}`)
      .execute();
    // Whoever else wants the copy need not wait for a sign of life that will not come.
    await trx
      .updateTable('replica')
      .set({ copyingFor: null })
      .where('copyingFor', '=', publicationId)
      .execute();
    return trx
      .selectFrom('replica')
      .innerJoin('replicaHold as dropped', (join) =>
        join.onRef('dropped.digest', '=', 'replica.digest').onRef('dropped.region', '=', 'replica.region'),
      )
      .select(['replica.digest', 'replica.region'])
      .where('dropped.publicationId', '=', publicationId)
      .where(isHeldByNobody)
      .orderBy('replica.digest')
      .orderBy('replica.region')
      .execute();
  });
}

/**
 * Of an ended publication only a slot or its offer's next publication still needs the replicas: until that one holds
 * them itself, or has ended without them. Of a canceled or rejected one nobody does: its own clean-up may have given up
 * on a database that was away.
 */
export async function releaseSupersededHolds(db: Connection): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('replicaHold as hold')
    .set({ releasedAt: sql<string>`now()` })
    .where('hold.releasedAt', 'is', null)
    .where(isSuperseded)
    .where(sql<boolean>`not ${slotShowing(sql`hold.publication_id`)}`)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Deletes the row of a replica that nobody holds; false when somebody does, or claims it at this moment. */
export function forgetReplica(db: Connection, { digest, region }: Place): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    await trx
      .selectFrom('replica')
      .select('digest')
      .where('digest', '=', digest)
      .where('region', '=', region)
      .forUpdate()
      .execute();
    const held = await trx
      .selectFrom('replicaHold')
      .select('publicationId')
      .where('digest', '=', digest)
      .where('region', '=', region)
      .where('releasedAt', 'is', null)
      .limit(1)
      .executeTakeFirst();
    if (held !== undefined) return false;
    await trx.deleteFrom('replica').where('digest', '=', digest).where('region', '=', region).execute();
    return true;
  });
}

/** Oldest first, so many of each region: what one region leaves behind does not hide what the others have. */
export function orphanedReplicas(db: Connection, limit: number): Promise<readonly Place[]> {
  return db
    .with('orphan', (having) =>
      having
        .selectFrom('replica')
        .select(['replica.digest', 'replica.region', 'replica.changedAt'])
        .select(
          sql<bigint>`row_number() over (partition by replica.region order by replica.changed_at)`.as(
            'place',
          ),
        )
        .where(isHeldByNobody),
    )
    .selectFrom('orphan')
    .select(['digest', 'region'])
    .where('place', '<=', BigInt(limit))
    .orderBy('changedAt')
    .execute();
}

/** Of several releases at once the last one must see that it is the last; all lock in one order. */
async function lockHeld(trx: Transaction<Database>, publicationId: string): Promise<void> {
  await trx
    .selectFrom('replica')
    .innerJoin('replicaHold as hold', (join) =>
      join.onRef('hold.digest', '=', 'replica.digest').onRef('hold.region', '=', 'replica.region'),
    )
    .select('replica.digest')
    .where('hold.publicationId', '=', publicationId)
    .orderBy('replica.digest')
    .orderBy('replica.region')
    .forUpdate('replica')
    .execute();
}

const isSuperseded: Expression<SqlBool> = sql`
  not exists (select from slot where slot.publication_id = hold.publication_id)
  and exists (
    select from publication old
    where old.publication_id = hold.publication_id and old.ended_at is not null
      and (old.status ->> 'outcome' in ('canceled', 'rejected') or exists (
        select from publication newer
        where (newer.publisher_id, newer.offer_id) = (old.publisher_id, old.offer_id)
          and newer.created_at > old.created_at and newer.opened_at is not null
          and (newer.ended_at is not null or exists (
            select from replica_hold own
            where own.publication_id = newer.publication_id and own.released_at is null
              and (own.digest, own.region) = (hold.digest, hold.region))))))`;

function isHeldByNobody(replica: ExpressionBuilder<Database, 'replica'>): Expression<SqlBool> {
  return replica.not(
    replica.exists(
      replica
        .selectFrom('replicaHold as held')
        .select('held.digest')
        .whereRef('held.digest', '=', 'replica.digest')
        .whereRef('held.region', '=', 'replica.region')
        .where('held.releasedAt', 'is', null),
    ),
  );
}

/**
 * A slot shows the held bytes: it is this publication's own, or its version has them among its artefacts. The
 * preview of this publication does not count: releasing means that it goes.
 */
const slotShowing = (publicationId: string | Expression<unknown>): Expression<SqlBool> => sql`(
  exists (select from slot where slot.slot = 'Production' and slot.publication_id = ${publicationId})
  or exists (
    select from artefact_binding binding
    join slot on (slot.publisher_id, slot.offer_id, slot.offer_version)
      = (binding.publisher_id, binding.offer_id, binding.offer_version)
    where binding.digest = hold.digest and (slot.slot, slot.publication_id) <> ('Preview', ${publicationId})))`;
