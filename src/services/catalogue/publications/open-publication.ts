import type { Transaction } from 'kysely';
import type { OfferKey } from '../../../domain/offer/ids';
import type { Clock, PublicationLog } from '../../ports';
import { abandonedFor, closeAbandoned } from './abandoned';
import type { Connection } from '../database/connection';
import {
  changeOffer,
  type LockedOffer,
  lockOffer,
  showsAlready,
  UnknownOfferError,
} from '../offers/offer-row';
import {
  addPublication,
  addRun,
  isKnownRun,
  isOfChain,
  lockPublication,
  notifyChange,
} from './publication-row';
import type { Database, PublicationRow } from '../schema';
import { PublicationIdTakenError } from '../offers/versions';

type Opening = Parameters<PublicationLog['open']>[0];

/** Makes a publication the offer's one open publication; any other one is closed and returned. */
export function openPublication(
  { db, clock }: { readonly db: Connection; readonly clock: Clock },
  opening: Opening,
): ReturnType<PublicationLog['open']> {
  return db.transaction().execute(async (trx) => {
    const { publicationId, runId, firstRunId, offer } = opening;
    const now = clock();
    const locked = await lockOffer(trx, offer);
    if (locked === undefined) throw new UnknownOfferError(offer);
    const row =
      (await lockPublication(trx, publicationId)) ??
      (await addPublication(trx, { ...opening, requestedBy: opening.requestedBy ?? null }, now));
    if (!isOf(row, offer) || !isOfChain(row, firstRunId)) throw new PublicationIdTakenError(publicationId);
    if (row.newestRunId !== runId) {
      if (await isKnownRun(trx, publicationId, runId)) return { abandoned: [] };
      await addRun(trx, publicationId, { runId });
    } else if (row.endedAt !== null) {
      return { abandoned: await abandonedFor(trx, publicationId) };
    }
    await closeAbandoned(trx, { offer, by: publicationId, now });
    await enterOffer(trx, { locked, row, opening, now });
    await notifyChange(trx, publicationId);
    return { abandoned: await abandonedFor(trx, publicationId) };
  });
}

type Entry = {
  readonly locked: LockedOffer;
  readonly row: PublicationRow;
  readonly opening: Opening;
  readonly now: Date;
};

async function enterOffer(trx: Transaction<Database>, { locked, row, opening, now }: Entry): Promise<void> {
  const { publicationId, runId, firstRunId, offerVersion, language } = opening;
  await trx
    .updateTable('publication')
    .set({
      openedAt: row.openedAt ?? now.toISOString(),
      offerVersion,
      language,
      firstRunId: row.firstRunId ?? firstRunId ?? null,
      newestRunId: runId,
      // A run that is new here has not said yet at which event it goes on.
      firstSequence: row.newestRunId === runId ? row.firstSequence : null,
      newestTelling: row.newestRunId === runId ? row.newestTelling : 0,
    })
    .where('publicationId', '=', publicationId)
    .execute();
  if (!showsAlready(locked, row.status)) await changeOffer(trx, locked, { now, shown: row.status });
}

function isOf(row: PublicationRow, { publisherId, offerId }: OfferKey): boolean {
  return row.publisherId === publisherId && row.offerId === offerId;
}
