import { sql, type Transaction } from 'kysely';
import type { OfferKey } from '../../domain/offer/ids';
import { operationStateOf } from '../../domain/publication/operation-state';
import type { PublicationStatus } from '../../domain/publication/status';
import type { OperationRecord, Operations } from '../ports';
import { appendEvents } from './append-events';
import type { Connection } from './connection';
import type { Database } from './schema';

export const operationsIn = (db: Connection): Operations => ({
  create: (operation) =>
    db.transaction().execute(async (trx) => {
      // A publication that ends right now closes its operations before or after this one, never without it.
      const status = await lockedStatus(trx, operation.publicationId);
      const state = status === undefined ? 'running' : operationStateOf(operation.kind, status);
      const row = await trx
        .insertInto('operation')
        .values({ ...operation, state, endedAt: state === 'running' ? null : new Date().toISOString() })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      await forgetSender(trx, operation);
      if (row === undefined)
        return selectOperation(trx, operation, operation.operationId).executeTakeFirstOrThrow();
      await appendEvents(trx, [acceptedEvent(row)]);
      return row;
    }),

  listOf: ({ publisherId, offerId }) =>
    db
      .selectFrom('operation')
      .selectAll()
      .where('publisherId', '=', publisherId)
      .where('offerId', '=', offerId)
      .orderBy('createdAt', 'desc')
      .orderBy('operationId')
      .execute(),

  find: (offer, operationId) => selectOperation(db, offer, operationId).executeTakeFirst(),

  async noteSender(sender) {
    await db
      .insertInto('messageSender')
      .values(sender)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  },

  async pruneSenders(before) {
    await db.deleteFrom('messageSender').where('notedAt', '<', before.toISOString()).execute();
  },

  actorsOf: (publicationIds) => actorsOf(db, publicationIds),
});

async function actorsOf(
  db: Connection,
  publicationIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (publicationIds.length === 0) return new Map();
  // One statement, so that no note becomes an operation between two.
  const rows = await db
    .selectFrom('messageSender')
    .innerJoin('publication', (join) =>
      join
        .onRef('publication.publisherId', '=', 'messageSender.publisherId')
        .onRef('publication.offerId', '=', 'messageSender.offerId'),
    )
    .select(['messageSender.operationId', 'messageSender.actor', sql<number>`0`.as('rank')])
    .where('publication.publicationId', 'in', publicationIds)
    .unionAll(
      db
        .selectFrom('operation')
        .select(['operationId', 'actor', sql<number>`1`.as('rank')])
        .where('publicationId', 'in', publicationIds),
    )
    .orderBy('rank')
    .execute();
  return new Map(rows.map(({ operationId, actor }) => [operationId, actor]));
}

async function forgetSender(
  trx: Transaction<Database>,
  { publisherId, offerId, operationId }: OfferKey & Pick<OperationRecord, 'operationId'>,
): Promise<void> {
  await trx
    .deleteFrom('messageSender')
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .where('operationId', '=', operationId)
    .execute();
}

function selectOperation(
  db: Connection | Transaction<Database>,
  { publisherId, offerId }: OfferKey,
  operationId: string,
) {
  return db
    .selectFrom('operation')
    .selectAll()
    .where('operationId', '=', operationId)
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId);
}

async function lockedStatus(
  trx: Transaction<Database>,
  publicationId: string,
): Promise<PublicationStatus | undefined> {
  const row = await trx
    .selectFrom('publication')
    .select('status')
    .where('publicationId', '=', publicationId)
    .forShare()
    .executeTakeFirst();
  return row?.status;
}

function acceptedEvent({ publisherId, offerId, publicationId, actor, ...operation }: OperationRecord) {
  const { operationId, kind: operationKind, state } = operation;
  const payload = { operationId, operationKind, state };
  return { publisherId, offerId, publicationId, actor, kind: 'operationAccepted', payload };
}
