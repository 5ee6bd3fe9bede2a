import { sql, type Transaction } from 'kysely';
import { type DiscardRefusal, whyNotDiscard } from '../../../domain/offer/discard';
import type { OfferKey } from '../../../domain/offer/ids';
import type { Clock, Offers } from '../../ports';
import { appendEvents } from '../events/append-events';
import type { Connection } from '../database/connection';
import { type LockedDraft, lockOffer } from './offer-row';
import type { Database } from '../schema';
import { nextTickVersion } from './tick-version';

type Discard = { readonly offer: OfferKey; readonly actor: string; readonly ifMatch?: string };

/**
 * Removes an offer that nobody was ever shown, with its draft and every secret; what the log tells of it stays.
 * The offer is locked, as by a freeze and by the opening of a publication: one of them comes first and the other
 * finds what it left.
 */
export function discardDraft(
  { db, clock }: { readonly db: Connection; readonly clock: Clock },
  { offer, actor, ifMatch = '*' }: Discard,
): ReturnType<Offers['discard']> {
  return db.transaction().execute(async (trx) => {
    const locked = await lockOffer(trx, offer);
    if (locked === undefined) return { kind: 'unknown' };
    if (ifMatch !== '*' && ifMatch !== locked.etag) return { kind: 'conflict', etag: locked.etag };
    const why = await refusalToDiscard(trx, offer);
    if (why !== undefined) return { kind: 'refused', why };
    await removeOrMark(trx, locked, clock());
    const { publisherId, offerId, etag, title } = locked;
    await appendEvents(trx, [
      { publisherId, offerId, kind: 'draftDiscarded', actor, payload: { etag, title } },
    ]);
    return { kind: 'discarded' };
  });
}

/** Undefined when its draft can be discarded. */
export async function refusalToDiscard(
  db: Connection | Transaction<Database>,
  { publisherId, offerId }: OfferKey,
): Promise<DiscardRefusal | undefined> {
  const ofThisOffer = sql`publisher_id = ${publisherId} and offer_id = ${offerId}`;
  const { rows } = await sql<{ wasShown: boolean; isOpen: boolean }>`select
    exists (select from event where ${ofThisOffer} and kind in ('previewSet', 'productionSet')) as was_shown,
    exists (select from publication where ${ofThisOffer} and opened_at is not null and ended_at is null) as is_open
  `.execute(db);
  return whyNotDiscard(rows[0] ?? { wasShown: true, isOpen: false });
}

/** Versions are kept for ever, and with them the row they belong to: emptied, and marked as gone. */
async function removeOrMark(trx: Transaction<Database>, locked: LockedDraft, now: Date): Promise<void> {
  const { publisherId, offerId, tickVersion } = locked;
  await trx
    .deleteFrom('secret')
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .execute();
  const version = await trx
    .selectFrom('offerVersion')
    .select('offerVersion')
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .limit(1)
    .executeTakeFirst();
  if (version === undefined) {
    await trx
      .deleteFrom('offer')
      .where('publisherId', '=', publisherId)
      .where('offerId', '=', offerId)
      .execute();
    return;
  }
  await trx
    .updateTable('offer')
    .set({
      draft: '{}',
      status: 'neverPublished',
      situation: 'draft',
      currentPublicationId: null,
      tickVersion: nextTickVersion(tickVersion, now),
      discardedAt: now.toISOString(),
    })
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .execute();
}
