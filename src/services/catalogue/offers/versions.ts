import { sql } from 'kysely';
import type { OfferDocument } from '../../../domain/offer/document';
import type { OfferKey } from '../../../domain/offer/ids';
import type { Clock, OfferVersionRecord } from '../../ports';
import { appendEvents } from '../events/append-events';
import type { Connection } from '../database/connection';
import { toJson } from '../database/json';
import { changeOffer, lockOffer } from './offer-row';
import type { OfferVersionRow } from '../schema';
import { freezeSecrets } from '../secrets/secrets';

type Freeze = {
  readonly offer: OfferKey;
  readonly publicationId: string;
  readonly regions: readonly string[];
  readonly draftEtag?: string;
};

/** Freezes the draft as the offer's next version, once per publication; undefined without such an offer. */
export function freeze(
  { db, clock }: { readonly db: Connection; readonly clock: Clock },
  { offer, publicationId, regions, draftEtag }: Freeze,
): Promise<OfferVersionRecord | undefined> {
  return db.transaction().execute(async (trx) => {
    const locked = await lockOffer(trx, offer);
    if (locked === undefined) return undefined;
    const frozen = await trx
      .selectFrom('offerVersion')
      .selectAll()
      .where('publicationId', '=', publicationId)
      .executeTakeFirst();
    if (frozen !== undefined) return ownVersion(frozen, offer);
    if (draftEtag !== undefined && draftEtag !== locked.etag) throw new DraftChangedError(offer);

    const { newest } = await trx
      .selectFrom('offerVersion')
      .select(({ fn }) => fn.max('offerVersion').as('newest'))
      .where('publisherId', '=', offer.publisherId)
      .where('offerId', '=', offer.offerId)
      .executeTakeFirstOrThrow();
    const now = clock();
    const row = await trx
      .insertInto('offerVersion')
      .values({
        publisherId: offer.publisherId,
        offerId: offer.offerId,
        offerVersion: (newest ?? 0) + 1,
        offerType: locked.offerType,
        publicationId,
        document: toJson(locked.draft),
        regions,
        frozenAt: now.toISOString(),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await freezeSecrets(trx, offer, row.offerVersion);
    await changeOffer(trx, locked, { now });
    const payload = { offerVersion: row.offerVersion, regions };
    await appendEvents(trx, [{ ...offer, kind: 'versionFrozen', publicationId, payload }]);
    return toVersionRecord(row);
  });
}

export async function findVersion(
  db: Connection,
  { publisherId, offerId }: OfferKey,
  offerVersion: number,
): Promise<OfferVersionRecord | undefined> {
  const row = await db
    .selectFrom('offerVersion')
    .selectAll()
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .where('offerVersion', '=', offerVersion)
    .executeTakeFirst();
  return row === undefined ? undefined : toVersionRecord(row);
}

const mostRemembered = 20;

export async function liveBefore(
  db: Connection,
  { publisherId, offerId }: OfferKey,
  offerVersion: number,
): Promise<readonly OfferDocument[]> {
  const rows = await db
    .selectFrom('offerVersion')
    .selectAll()
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .where('offerVersion', '<', offerVersion)
    .where(
      // The slot itself knows only what is live now.
      sql<boolean>`exists (select from event where event.publisher_id = ${publisherId}
        and event.offer_id = ${offerId} and event.kind = 'productionSet'
        and (event.payload ->> 'offerVersion')::bigint = offer_version.offer_version)`,
    )
    .orderBy('offerVersion', 'desc')
    .limit(mostRemembered)
    .execute();
  return rows.map((row) => toVersionRecord(row).document);
}

/** A publication's id names one publication of one offer for ever. */
export class PublicationIdTakenError extends Error {
  constructor(publicationId: string) {
    super(`Publication id ${publicationId} belongs to another publication. Start again with a new one.`);
    this.name = 'PublicationIdTakenError';
  }
}

/** What was checked is not what would be frozen. */
export class DraftChangedError extends Error {
  constructor({ publisherId, offerId }: OfferKey) {
    super(`The draft of ${publisherId}/${offerId} has changed since it was checked. Publish again.`);
    this.name = 'DraftChangedError';
  }
}

function ownVersion(row: OfferVersionRow, { publisherId, offerId }: OfferKey): OfferVersionRecord {
  if (row.publisherId !== publisherId || row.offerId !== offerId) {
    throw new PublicationIdTakenError(row.publicationId);
  }
  return toVersionRecord(row);
}

function toVersionRecord({ publicationId: _frozenFor, ...row }: OfferVersionRow): OfferVersionRecord {
  return row;
}
