import type { SelectQueryBuilder, Transaction } from 'kysely';
import type { OfferDocument, OfferTypeId } from '../../../domain/offer/document';
import type { OfferKey } from '../../../domain/offer/ids';
import { maskSecrets } from '../../../domain/offer/secrets';
import { type Situation, situationOf } from '../../../domain/publication/situation';
import type { OfferStatus, PublicationStatus } from '../../../domain/publication/status';
import type { OfferRecord, SlotRecord } from '../../ports';
import type { Connection } from '../database/connection';
import type { Database } from '../schema';
import { nextTickVersion } from './tick-version';

export type LockedOffer = OfferKey & {
  readonly tickVersion: bigint;
  readonly status: OfferStatus;
  readonly situation: Situation;
  readonly currentPublicationId: string | null;
};

export type LockedDraft = LockedOffer & {
  readonly offerType: OfferTypeId;
  readonly draft: OfferDocument;
  readonly etag: string;
  readonly title: string;
};

/** Locks the offer until the transaction ends. Every change locks the offer first and its publications after it. */
export function lockOffer(trx: Transaction<Database>, offer: OfferKey): Promise<LockedDraft | undefined> {
  return trx
    .selectFrom('offer')
    .selectAll()
    .where('publisherId', '=', offer.publisherId)
    .where('offerId', '=', offer.offerId)
    .where('discardedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

/** It was never there, or its draft has been discarded. */
export class UnknownOfferError extends Error {
  constructor({ publisherId, offerId }: OfferKey) {
    super(`There is no offer ${publisherId}/${offerId}.`);
    this.name = 'UnknownOfferError';
  }
}

/**
 * Changes a locked offer; its tick version and time of change move with every change. `shown`: the publication that
 * tells from now on how the offer stands.
 */
export async function changeOffer(
  trx: Transaction<Database>,
  offer: LockedOffer,
  { now, shown }: { readonly now: Date; readonly shown?: PublicationStatus },
): Promise<void> {
  await trx
    .updateTable('offer')
    .set({
      ...(shown && shownColumns(shown)),
      tickVersion: nextTickVersion(offer.tickVersion, now),
      changedAt: now.toISOString(),
    })
    .where('publisherId', '=', offer.publisherId)
    .where('offerId', '=', offer.offerId)
    .execute();
}

/** Whether the offer shows this publication as it stands now. */
export function showsAlready(offer: LockedOffer, shown: PublicationStatus): boolean {
  const { status, situation, currentPublicationId } = shownColumns(shown);
  if (offer.currentPublicationId !== currentPublicationId) return false;
  return offer.status === status && offer.situation === situation;
}

function shownColumns(shown: PublicationStatus) {
  const { publicationId, status } = shown;
  return { status, situation: situationOf(shown), currentPublicationId: publicationId };
}

type OfferRow = LockedDraft & {
  readonly guid: string;
  readonly changedAt: string;
  readonly newestVersion: number;
  readonly previewVersion: number | null;
  readonly productionVersion: number | null;
};

/** Offers with the versions in their slots. */
export function selectOffers(
  db: Connection | Transaction<Database>,
): SelectQueryBuilder<Database, 'offer', OfferRow> {
  return db
    .selectFrom('offer')
    .selectAll('offer')
    .where('offer.discardedAt', 'is', null)
    .select((offer) => {
      const versionIn = (slot: SlotRecord['slot']) =>
        offer
          .selectFrom('slot')
          .select('slot.offerVersion')
          .whereRef('slot.publisherId', '=', 'offer.publisherId')
          .whereRef('slot.offerId', '=', 'offer.offerId')
          .where('slot.slot', '=', slot);
      const newest = offer
        .selectFrom('offerVersion')
        .select((row) => row.fn.coalesce(row.fn.max('offerVersion.offerVersion'), row.lit(0)).as('newest'))
        .whereRef('offerVersion.publisherId', '=', 'offer.publisherId')
        .whereRef('offerVersion.offerId', '=', 'offer.offerId');
      return [
        newest.$asScalar().$notNull().as('newestVersion'),
        versionIn('Preview').as('previewVersion'),
        versionIn('Production').as('productionVersion'),
      ];
    });
}

/** Readers see masks where secrets stand. */
export function toOfferRecord(row: OfferRow): OfferRecord {
  return {
    publisherId: row.publisherId,
    offerId: row.offerId,
    guid: row.guid,
    offerType: row.offerType,
    draft: maskSecrets(row.draft),
    etag: row.etag,
    tickVersion: row.tickVersion,
    status: row.status,
    currentPublicationId: row.currentPublicationId,
    newestVersion: row.newestVersion,
    previewVersion: row.previewVersion,
    productionVersion: row.productionVersion,
    changedAt: row.changedAt,
  };
}
