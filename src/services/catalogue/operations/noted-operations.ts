import type { Transaction } from 'kysely';
import type { OperationKind, OperationState } from '../../../domain/publication/operation-state';
import type { OperationRecord } from '../../ports';
import { appendEvents } from '../events/append-events';
import type { Database } from '../schema';

type Told = {
  readonly operationId: string;
  readonly kind: OperationKind;
  readonly publisherId: string;
  readonly offerId: string;
  readonly publicationId: string;
  /** As the run names it; whoever may signal the run can write any name. */
  readonly actor: string;
  readonly state: OperationState;
  readonly at: string;
};

/**
 * A run tells of what it has taken: its operation is written here, from the note of who sends it. The process that sent
 * it may have died before it wrote the operation, and nobody may ask again. Without a note of this sender the operation
 * is there, or what the run has taken did not come through API or portal.
 */
export async function writeNoted(trx: Transaction<Database>, { at, ...operation }: Told): Promise<void> {
  const { publisherId, offerId, operationId, actor, state } = operation;
  const note = await trx
    .deleteFrom('messageSender')
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .where('operationId', '=', operationId)
    .where('actor', '=', actor)
    .returning('notedAt')
    .executeTakeFirst();
  if (note === undefined) return;
  const row = await trx
    .insertInto('operation')
    .values({ ...operation, createdAt: note.notedAt, endedAt: state === 'running' ? null : at })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (row !== undefined) await tellAccepted(trx, row);
}

/** The event of a new operation. */
export async function tellAccepted(
  trx: Transaction<Database>,
  { publisherId, offerId, publicationId, actor, ...operation }: OperationRecord,
): Promise<void> {
  const { operationId, kind: operationKind, state } = operation;
  const payload = { operationId, operationKind, state };
  await appendEvents(trx, [
    { publisherId, offerId, publicationId, actor, kind: 'operationAccepted', payload },
  ]);
}
