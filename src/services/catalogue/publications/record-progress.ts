import type { Transaction } from 'kysely';
import type { PublicationStatus } from '../../../domain/publication/status';
import type { Clock, PublicationLog } from '../../ports';
import { closeAbandoned } from './abandoned';
import { settleAnswered } from '../operations/answered-operations';
import type { Connection } from '../database/connection';
import { goBackTo, retell } from './go-back';
import { changeOffer, type LockedOffer, showsAlready } from '../offers/offer-row';
import { settleOperations } from '../operations/settle-operations';
import { takePreviewDown } from '../offers/slots';
import { addPublication, appendRunEvents, isKnownRun, isOfChain, lockPublication } from './publication-row';
import type { Database, PublicationRow } from '../schema';

type Progress = Parameters<PublicationLog['record']>[0];

/** Brings a run's next events to the log, and everything that follows from them, in one transaction. */
export async function recordProgress(
  { db, clock }: { readonly db: Connection; readonly clock: Clock },
  progress: Progress,
): Promise<void> {
  const { publicationId, runId, firstSequence, events } = progress;
  if (events.length === 0) return;
  await db.transaction().execute(async (trx) => {
    const { stored, offer } = await lockBoth(trx, progress, clock());
    const row = await enter(trx, stored, progress);
    if (row === undefined) return;
    const fresh = events.slice(row.lastSequence + 1 - firstSequence);
    if (fresh.length === 0) return;

    const reopened = row.openedAt !== null && stored.endedAt !== null && row.endedAt === null;
    if (reopened) await closeAbandoned(trx, { offer: row, by: publicationId, now: clock() });
    const status = await appendRunEvents(trx, row, {
      runId,
      firstSequence: row.lastSequence + 1,
      events: fresh,
    });
    await settleAnswered(trx, status, fresh);
    await settleOperations(trx, stored.status, status);
    const isShown = reopened || offer?.currentPublicationId === publicationId;
    if (offer !== undefined && isShown) await showOnOffer(trx, { offer, status, now: clock() });
    if (offer !== undefined && row.endedAt === null && isTakenBack(status)) {
      const { publisherId, offerId } = row;
      await takePreviewDown(trx, { publisherId, offerId, publicationId }, clock());
    }
  });
}

/**
 * The batch begins after the end of what is known. A run leaves out only what the log has confirmed, so the log was restored to
 * an earlier state, and no later attempt of this run fills the gap.
 */
export class LogGapError extends Error {
  constructor(publicationId: string, expected: number, got: number) {
    super(
      `The log of publication ${publicationId} goes on with event ${expected}, but ${got} came: the catalogue is older than this run. Terminate the run and publish again.`,
    );
    this.name = 'LogGapError';
  }
}

type Locked = { readonly stored: PublicationRow; readonly offer?: LockedOffer };

/**
 * The offer is locked first, as everywhere; without one, or when it was discarded, the publication alone, made from
 * its first event if need be.
 */
async function lockBoth(trx: Transaction<Database>, progress: Progress, now: Date): Promise<Locked> {
  const { publicationId } = progress;
  const both = await trx
    .selectFrom('publication')
    .innerJoin('offer', (join) =>
      join
        .onRef('offer.publisherId', '=', 'publication.publisherId')
        .onRef('offer.offerId', '=', 'publication.offerId')
        .on('offer.discardedAt', 'is', null),
    )
    .selectAll('publication')
    .select([
      'offer.tickVersion',
      'offer.status as offerStatus',
      'offer.situation',
      'offer.currentPublicationId',
    ])
    .where('publication.publicationId', '=', publicationId)
    .forUpdate(['offer', 'publication'])
    .executeTakeFirst();
  if (both === undefined) {
    const stored = (await lockPublication(trx, publicationId)) ?? (await begin(trx, progress, now));
    return { stored };
  }
  const { tickVersion, offerStatus, situation, currentPublicationId, ...stored } = both;
  const { publisherId, offerId } = stored;
  const standing = { tickVersion, status: offerStatus, situation, currentPublicationId };
  return { stored, offer: { publisherId, offerId, ...standing } };
}

/** Events of a run that has not opened its publication, or never will: they are kept, and touch no offer. */
function begin(trx: Transaction<Database>, progress: Progress, now: Date): Promise<PublicationRow> {
  const { publicationId, runId, firstRunId, firstSequence, events } = progress;
  const [started] = events;
  if (started?.kind !== 'started') throw new LogGapError(publicationId, 1, firstSequence);
  const { publisherId, offerId, language, requestedBy } = started;
  return addPublication(
    trx,
    { publicationId, runId, firstRunId, offer: { publisherId, offerId }, language, requestedBy },
    now,
  );
}

/**
 * The publication as this run finds it, or undefined for what something newer has superseded. A reset run
 * repeats sequences: what its predecessors wrote from its first one on does not count any more.
 */
async function enter(
  trx: Transaction<Database>,
  row: PublicationRow,
  progress: Progress,
): Promise<PublicationRow | undefined> {
  const { publicationId, runId, firstSequence, events } = progress;
  if (isOfAnotherOffer(row, events) || !isOfChain(row, progress.firstRunId)) return undefined;
  const isNewest = row.newestRunId === runId;
  if (!isNewest && (await isKnownRun(trx, publicationId, runId))) return undefined;
  if (firstSequence > row.lastSequence + 1) {
    throw new LogGapError(publicationId, row.lastSequence + 1, firstSequence);
  }
  if (isNewest && row.firstSequence !== null) return retell(trx, row, progress);
  return goBackTo(trx, row, { runId, telling: 0, firstSequence });
}

/** A start with an id that is taken: `open` refuses it, and the owner's log stays as it is. */
function isOfAnotherOffer(row: PublicationRow, [first]: Progress['events']): boolean {
  if (first?.kind !== 'started') return false;
  return first.publisherId !== row.publisherId || first.offerId !== row.offerId;
}

/**
 * A run that was canceled cleans up before it ends, but an attempt to open its preview may still have been under way
 * then. Afterwards slots refuse it.
 */
const isTakenBack = ({ outcome }: PublicationStatus): boolean =>
  outcome === 'canceled' || outcome === 'rejected';

async function showOnOffer(
  trx: Transaction<Database>,
  shown: { readonly offer: LockedOffer; readonly status: PublicationStatus; readonly now: Date },
): Promise<void> {
  const { offer, status, now } = shown;
  if (!showsAlready(offer, status)) await changeOffer(trx, offer, { now, shown: status });
}
