import { sql, type Transaction } from 'kysely';
import type { OfferKey } from '../../../domain/offer/ids';
import type { PublicationEvent } from '../../../domain/publication/events';
import { forcedEnd } from '../../../domain/publication/forced-end';
import type { PublicationStatus } from '../../../domain/publication/status';
import { closedByRunOf } from '../../../domain/publication/terminated-run';
import type { PublicationRecord } from '../../ports';
import { addRun, appendRunEvents } from './publication-row';
import type { Database, PublicationRow } from '../schema';
import { settleOperations } from '../operations/settle-operations';
import { slotsOf } from '../offers/slots';

/**
 * Closes every other open publication of the offer: its run was terminated, and tells nothing any more. The closing
 * events come from a run of their own, so that a late write of the terminated one is ignored.
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
    await closeByForce(trx, row, { runId: closedByRunOf(by), now });
  }
}

/**
 * Ends a publication in the name of a run that is none: `runId` must be one nobody writes under. As live when it is in
 * production, else as canceled. The offer is locked, so that no flip comes in between.
 */
export async function closeByForce(
  trx: Transaction<Database>,
  row: PublicationRow,
  { runId, now }: { readonly runId: string; readonly now: Date },
): Promise<PublicationStatus> {
  await addRun(trx, row.publicationId, { runId });
  const slots = await slotsOf(trx, row);
  const isInProduction = slots.some(
    ({ slot, publicationId }) => slot === 'Production' && publicationId === row.publicationId,
  );
  const status = await appendRunEvents(trx, row, {
    runId,
    firstSequence: row.lastSequence + 1,
    events: closingEvents(row, { isInProduction, at: now.toISOString() }),
  });
  await settleOperations(trx, row.status, status);
  return status;
}

/** Those that `by` has closed, also in an earlier try, and that did not go live: their residue may still be there. */
export async function abandonedFor(
  trx: Transaction<Database>,
  by: string,
): Promise<readonly PublicationRecord[]> {
  return trx
    .selectFrom('publication')
    .select(['publicationId', 'publisherId', 'offerId', 'newestRunId as runId', 'status'])
    .where('newestRunId', '=', closedByRunOf(by))
    .where(sql<boolean>`status ->> 'outcome' is distinct from 'live'`)
    .execute();
}

function closingEvents(
  row: PublicationRow,
  { isInProduction, at }: { readonly isInProduction: boolean; readonly at: string },
): readonly PublicationEvent[] {
  const { publicationId, publisherId, offerId, language, requestedBy } = row;
  const started = { kind: 'started', publicationId, publisherId, offerId, language, requestedBy } as const;
  const facts = [...(row.lastSequence === 0 ? [started] : []), ...forcedEnd(row.status, { isInProduction })];
  return facts.map((fact) => ({ ...fact, at }));
}
