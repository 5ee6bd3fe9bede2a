import type { SelectQueryBuilder, Transaction } from 'kysely';
import type { OfferDocument, OfferTypeId } from '../../domain/offer/document';
import type { OfferKey } from '../../domain/offer/ids';
import { maskSecrets } from '../../domain/offer/secrets';
import type { OfferStatus } from '../../domain/publication/status';
import type { OfferRecord, SlotRecord } from '../ports';
import type { Connection } from './connection';
import type { Database } from './schema';
import { nextTickVersion } from './tick-version';

export type LockedOffer = OfferKey & {
  readonly tickVersion: bigint;
  readonly status: OfferStatus;
  readonly currentPublicationId: string | null;
};

export type LockedDraft = LockedOffer & {
  readonly offerType: OfferTypeId;
  readonly draft: OfferDocument;
  readonly etag: string;
};

/** Locks the offer until the transaction ends. Every change locks the offer first and its publications after it. */
export function lockOffer(trx: Transaction<Database>, offer: OfferKey): Promise<LockedDraft | undefined> {
  return trx
    .selectFrom('offer')
    .selectAll()
    .where('publisherId', '=', offer.publisherId)
    .where('offerId', '=', offer.offerId)
    .forUpdate()
    .executeTakeFirst();
}

/** Changes a locked offer; its tick version and time of change move with every change. */
export async function changeOffer(
  trx: Transaction<Database>,
  offer: LockedOffer,
  change: {
    readonly now: Date;
    readonly status?: OfferStatus;
    readonly currentPublicationId?: string;
  },
): Promise<void> {
  const { now, ...columns } = change;
  await trx
    .updateTable('offer')
    .set({
      ...columns,
      tickVersion: nextTickVersion(offer.tickVersion, now),
      changedAt: now.toISOString(),
    })
    .where('publisherId', '=', offer.publisherId)
    .where('offerId', '=', offer.offerId)
    .execute();
}

type OfferRow = LockedDraft & {
  readonly guid: string;
  readonly changedAt: string;
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
    .select((offer) => {
      const versionIn = (slot: SlotRecord['slot']) =>
        offer
          .selectFrom('slot')
          .select('slot.offerVersion')
          .whereRef('slot.publisherId', '=', 'offer.publisherId')
          .whereRef('slot.offerId', '=', 'offer.offerId')
          .where('slot.slot', '=', slot);
      return [versionIn('Preview').as('previewVersion'), versionIn('Production').as('productionVersion')];
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
    previewVersion: row.previewVersion,
    productionVersion: row.productionVersion,
    changedAt: row.changedAt,
  };
}
