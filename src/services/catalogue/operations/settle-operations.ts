import type { Transaction } from 'kysely';
import { type OperationKind, operationStateOf } from '../../../domain/publication/operation-state';
import type { PublicationStatus } from '../../../domain/publication/status';
import { tellOfOperations } from './operation-changes';
import type { Database } from '../schema';

const kinds: readonly OperationKind[] = ['publish', 'goLive', 'cancel'];

/**
 * Brings a publication's operations to the state that follows from its status; a reset can reopen them. What it refused has
 * ended by that, and has no part in what becomes of the publication.
 */
export async function settleOperations(
  trx: Transaction<Database>,
  before: PublicationStatus,
  after: PublicationStatus,
): Promise<void> {
  const changed = kinds.filter((kind) => operationStateOf(kind, before) !== operationStateOf(kind, after));
  for (const kind of changed) {
    const state = operationStateOf(kind, after);
    const settled = await trx
      .updateTable('operation')
      .set({ state, endedAt: state === 'running' ? null : after.changedAt })
      .where('publicationId', '=', after.publicationId)
      .where('kind', '=', kind)
      .where('state', '<>', state)
      .where('refusal', 'is', null)
      .returning('operationId')
      .execute();
    const { publisherId, offerId, publicationId } = after;
    await tellOfOperations(trx, { publisherId, offerId, publicationId, kind, state }, settled);
  }
}
