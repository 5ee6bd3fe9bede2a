import type { Transaction } from 'kysely';
import type { OperationKind, OperationState } from '../../../domain/publication/operation-state';
import { appendEvents } from '../events/append-events';
import type { Database } from '../schema';

type Changed = {
  readonly publisherId: string;
  readonly offerId: string;
  readonly publicationId: string;
  readonly kind: OperationKind;
  readonly state: OperationState;
};

/** Tells of operations that have another state now. */
export async function tellOfOperations(
  trx: Transaction<Database>,
  { kind: operationKind, state, ...place }: Changed,
  settled: readonly { readonly operationId: string }[],
): Promise<void> {
  if (settled.length === 0) return;
  await appendEvents(
    trx,
    settled.map(({ operationId }) => ({
      ...place,
      kind: 'operationChanged',
      payload: { operationId, operationKind, state },
    })),
  );
}
