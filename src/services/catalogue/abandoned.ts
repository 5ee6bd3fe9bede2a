import type { Transaction } from 'kysely';
import type { OfferKey } from '../../domain/offer/ids';
import { currentStepOf } from '../../domain/publication/current-step';
import type { PublicationEvent } from '../../domain/publication/events';
import type { PublicationStatus } from '../../domain/publication/status';
import type { PublicationRecord } from '../ports';
import { addRun, appendRunEvents } from './publication-row';
import type { Database, PublicationRow } from './schema';
import { settleOperations } from './settle-operations';

/**
 * Closes every other open publication of the offer as canceled: its run was terminated, and tells nothing any more.
 * The closing events come from a run of their own, so that a late write of the terminated one is ignored.
 */
export async function closeAbandoned(
  trx: Transaction<Database>,
  { offer, by, now }: { readonly offer: OfferKey; readonly by: string; readonly now: Date },
): Promise<void> {
  const open = await trx
    .selectFrom('publication')
    .selectAll()
    .where('publisherId', '=', offer.publisherId)
    .where('offerId', '=', offer.offerId)
    .where('publicationId', '<>', by)
    .where('openedAt', 'is not', null)
    .where('endedAt', 'is', null)
    .forUpdate()
    .execute();
  for (const row of open) {
    await closeByForce(trx, row, { runId: closingRunOf(by), now });
  }
}

/** Ends a publication as canceled, in the name of a run that is none: `runId` must be one nobody writes under. */
export async function closeByForce(
  trx: Transaction<Database>,
  row: PublicationRow,
  { runId, now }: { readonly runId: string; readonly now: Date },
): Promise<PublicationStatus> {
  await addRun(trx, row.publicationId, { runId });
  const status = await appendRunEvents(trx, row, {
    runId,
    firstSequence: row.lastSequence + 1,
    events: closingEvents(row, now.toISOString()),
  });
  await settleOperations(trx, row.status, status);
  return status;
}

/** Those that `by` has closed, also in an earlier try: their residue may still be there. */
export async function abandonedFor(
  trx: Transaction<Database>,
  by: string,
): Promise<readonly PublicationRecord[]> {
  return trx
    .selectFrom('publication')
    .select(['publicationId', 'publisherId', 'offerId', 'newestRunId as runId', 'status'])
    .where('newestRunId', '=', closingRunOf(by))
    .execute();
}

const closingRunOf = (publicationId: string): string => `closed-by.${publicationId}`;

function closingEvents(row: PublicationRow, at: string): readonly PublicationEvent[] {
  const { publicationId, publisherId, offerId, language, requestedBy } = row;
  const started = {
    kind: 'started',
    publicationId,
    publisherId,
    offerId,
    language,
    requestedBy,
    at,
  } as const;
  const message = { code: 'cancel.byOperator', params: {} };
  return [
    ...(row.lastSequence === 0 ? [started] : []),
    { kind: 'messageAdded', step: currentStepOf(row.status), level: 'warning', message, at },
    { kind: 'ended', outcome: 'canceled', at },
  ];
}
