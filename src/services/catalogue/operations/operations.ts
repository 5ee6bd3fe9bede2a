import { sql, type Transaction } from 'kysely';
import type { OfferKey } from '../../../domain/offer/ids';
import { operationStateOf } from '../../../domain/publication/operation-state';
import type { PublicationStatus } from '../../../domain/publication/status';
import { answerTo } from '../../../domain/publication/told-answer';
import type { OperationRecord, Operations } from '../../ports';
import { lockRequest } from './answered-operations';
import type { Connection } from '../database/connection';
import { toJson } from '../database/json';
import { tellAccepted } from './noted-operations';
import type { Database } from '../schema';

export const operationsIn = (db: Connection): Operations => ({
  create: (operation) =>
    db.transaction().execute(async (trx) => {
      const standing = await standingOf(trx, operation);
      // The note before the operation, as when a run tells of it: in another order each could wait for the other.
      await forgetSender(trx, operation);
      const row = await trx
        .insertInto('operation')
        .values({ ...operation, ...standing })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst();
      if (row === undefined)
        return selectOperation(trx, operation, operation.operationId).executeTakeFirstOrThrow();
      await tellAccepted(trx, row);
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

type Begun = Parameters<Operations['create']>[0];

/** A publication that ends or answers right now settles its operations before or after this one, never without it. */
async function standingOf(trx: Transaction<Database>, operation: Begun): Promise<Standing> {
  const { operationId: requestId, kind } = operation;
  const status = await statusFor(trx, operation);
  if (status === undefined) return { state: 'running', endedAt: null };
  const told = kind === 'publish' ? undefined : answerTo(status, { name: kind, requestId });
  if (told === undefined && operation.publicationId === '') return { state: 'running', endedAt: null };
  const refusal = told?.kind === 'refused' ? { refusal: toJson(told.message) } : {};
  const state = told?.kind === 'refused' ? 'failed' : operationStateOf(kind, status);
  const endedAt = state === 'running' ? null : new Date().toISOString();
  return { state, endedAt, ...refusal, publicationId: operation.publicationId || status.publicationId };
}

type Standing = Pick<OperationRecord, 'state' | 'endedAt'> & {
  readonly refusal?: string;
  readonly publicationId?: string;
};

/** Of its publication; where nobody could name that one, of the offer's newest, which alone can have its message. */
async function statusFor(
  trx: Transaction<Database>,
  { publicationId, operationId, publisherId, offerId }: Begun,
): Promise<PublicationStatus | undefined> {
  if (publicationId !== '') return lockedStatus(trx, publicationId);
  await lockRequest(trx, { publisherId, offerId }, operationId);
  const row = await trx
    .selectFrom('publication')
    .select('status')
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.status;
}

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
