import { sql, type Transaction } from 'kysely';
import { offerTypeIds, type OfferDocument, type OfferTypeId } from '../../../domain/offer/document';
import type { OfferKey } from '../../../domain/offer/ids';
import { nameKeyOf, offerTitle, searchEntries } from '../../../domain/offer/listing';
import { keepMasked, splitSecrets } from '../../../domain/offer/secrets';
import type { Clock, Offers } from '../../ports';
import { appendEvents } from '../events/append-events';
import type { Connection } from '../database/connection';
import { toJson, toText } from '../database/json';
import { type LockedDraft, lockOffer, selectOffers, toOfferRecord } from './offer-row';
import type { Database } from '../schema';
import type { SecretSeal } from '../secrets/seal-secrets';
import { scopeOf, storeDraftSecrets } from '../secrets/secrets';
import { etagOf, nextTickVersion } from './tick-version';

type DraftSave = {
  readonly offer: OfferKey;
  readonly draft: OfferDocument;
  readonly actor: string;
  /** The etag the caller has seen, null for none; `*` and nothing save whatever stands there. */
  readonly ifMatch?: string | null;
};

/** Saves a draft with its secrets taken out, or says which etag stands there now. */
export async function saveDraft(
  { db, seal, clock }: { readonly db: Connection; readonly seal: SecretSeal; readonly clock: Clock },
  { offer, draft, actor, ifMatch = '*' }: DraftSave,
): ReturnType<Offers['saveDraft']> {
  const offerType = offerTypeOf(draft);
  return db.transaction().execute(async (trx) => {
    const before = (await lockOffer(trx, offer)) ?? (await lockNewOffer(trx, offer));
    if (ifMatch !== '*' && ifMatch !== (before?.etag ?? null))
      return { kind: 'conflict', etag: before?.etag ?? '' };

    const { document, secrets } = splitSecrets(keepMasked(draft, before?.draft ?? {}), (value) =>
      seal.idOf(value, scopeOf(offer)),
    );
    const now = clock();
    const tickVersion = nextTickVersion(before?.tickVersion ?? (await discardedTick(trx, offer)), now);
    const content = {
      offerType,
      draft: toJson(document),
      tickVersion,
      etag: etagOf(tickVersion),
      ...listingOf(offer, document),
    };
    const created = await writeOffer(trx, { offer, before, content, changedAt: now.toISOString() });
    await storeDraftSecrets({ db: trx, seal }, offer, { document, secrets });
    await appendEvents(trx, [{ ...offer, kind: 'draftSaved', actor, payload: { etag: content.etag } }]);
    const row = await selectOffers(trx)
      .where('offer.publisherId', '=', offer.publisherId)
      .where('offer.offerId', '=', offer.offerId)
      .executeTakeFirstOrThrow();
    return { kind: 'saved', created, offer: toOfferRecord(row) };
  });
}

export class UnknownOfferTypeError extends Error {
  constructor() {
    super(`The offer's offerTypeId is none of ${offerTypeIds.join(', ')}. Correct it and save again.`);
    this.name = 'UnknownOfferTypeError';
  }
}

function offerTypeOf(draft: OfferDocument): OfferTypeId {
  const offerType = offerTypeIds.find((id) => id === draft['offerTypeId']);
  if (offerType === undefined) throw new UnknownOfferTypeError();
  return offerType;
}

/** A row that is not there cannot be locked: of two first saves at once the second waits here and finds the first's. */
async function lockNewOffer(trx: Transaction<Database>, offer: OfferKey): Promise<LockedDraft | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${scopeOf(offer)}, 0))`.execute(trx);
  return lockOffer(trx, offer);
}

/** What lists show and search, so that they need not read drafts. */
function listingOf({ offerId }: OfferKey, document: OfferDocument) {
  const title = toText(offerTitle(document, offerId));
  const words = searchEntries(offerId, title);
  return { title, nameKey: nameKeyOf(title), words: sql<string>`array_to_tsvector(${words}::text[])` };
}

/** An offer that comes again after it was discarded goes on where it stopped, so that no etag is ever used twice. */
async function discardedTick(
  trx: Transaction<Database>,
  { publisherId, offerId }: OfferKey,
): Promise<bigint> {
  const row = await trx
    .selectFrom('offer')
    .select('tickVersion')
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .executeTakeFirst();
  return row?.tickVersion ?? 0n;
}

type OfferWrite = {
  readonly offer: OfferKey;
  readonly before: LockedDraft | undefined;
  readonly content: ReturnType<typeof listingOf> & {
    readonly offerType: OfferTypeId;
    readonly draft: string;
    readonly tickVersion: bigint;
    readonly etag: string;
  };
  readonly changedAt: string;
};

/** True when the offer is new. */
async function writeOffer(
  trx: Transaction<Database>,
  { offer: { publisherId, offerId }, before, content, changedAt }: OfferWrite,
): Promise<boolean> {
  if (before === undefined) {
    await trx
      .insertInto('publisher')
      .values({ publisherId })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const asNew = { ...content, guid: sql<string>`gen_random_uuid()`, changedAt, createdAt: changedAt };
    await trx
      .insertInto('offer')
      .values({ publisherId, offerId, ...asNew })
      // Only a discarded one can be there: the lock above has found any other.
      .onConflict((conflict) =>
        conflict.columns(['publisherId', 'offerId']).doUpdateSet({ ...asNew, discardedAt: null }),
      )
      .execute();
    return true;
  }
  await trx
    .updateTable('offer')
    .set({ ...content, changedAt })
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .execute();
  return false;
}
