import type { Transaction } from 'kysely';
import type { OfferKey } from '../../../domain/offer/ids';
import type { Clock, SlotRecord } from '../../ports';
import { appendEvents } from '../events/append-events';
import type { Connection } from '../database/connection';
import { refuseEnded } from '../publications/ended-publication';
import { changeOffer, lockOffer, type LockedOffer, UnknownOfferError } from './offer-row';
import type { Database } from '../schema';

type Store = { readonly db: Connection; readonly clock: Clock };

export async function slotsOf(
  db: Connection | Transaction<Database>,
  { publisherId, offerId }: OfferKey,
): Promise<readonly SlotRecord[]> {
  return db
    .selectFrom('slot')
    .select(['slot', 'offerVersion', 'packageDigest', 'publicationId', 'since'])
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .orderBy('slot')
    .execute();
}

export async function setPreview(
  { db, clock }: Store,
  offer: OfferKey,
  { offerVersion, packageDigest, publicationId }: Omit<SlotRecord, 'slot' | 'since'>,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const locked = await lockSlots(trx, offer);
    if (isSame(locked.preview, { publicationId, packageDigest })) return;
    await refuseEnded(trx, publicationId);
    const content = { offerVersion, packageDigest, publicationId };
    await writeSlot(trx, { locked, now: clock(), slot: 'Preview', content });
  });
}

/** Only what this publication has put there. */
export async function clearPreview(
  { db, clock }: Store,
  offer: OfferKey,
  publicationId: string,
): Promise<void> {
  await db.transaction().execute((trx) => takePreviewDown(trx, { ...offer, publicationId }, clock()));
}

/** The same as part of something bigger. */
export async function takePreviewDown(
  trx: Transaction<Database>,
  { publicationId, ...offer }: OfferKey & { readonly publicationId: string },
  now: Date,
): Promise<void> {
  const row = await lockOffer(trx, offer);
  // Its draft was discarded meanwhile: nothing of it was ever shown.
  if (row === undefined) return;
  const preview = (await slotsOf(trx, offer)).find(({ slot }) => slot === 'Preview');
  if (preview?.publicationId !== publicationId) return;
  await trx
    .deleteFrom('slot')
    .where('publisherId', '=', row.publisherId)
    .where('offerId', '=', row.offerId)
    .where('slot', '=', 'Preview')
    .execute();
  await changeOffer(trx, row, { now });
  const payload = { offerVersion: preview.offerVersion };
  await appendEvents(trx, [{ ...offer, kind: 'previewCleared', publicationId, payload }]);
}

type Flip = { readonly offer: OfferKey; readonly publicationId: string; readonly packageDigest: string };

/**
 * In one transaction `Production` becomes what `Preview` shows. Throws {@link ProductionFlipError} unless that is
 * exactly this package, put there by this publication, of a newer version than the live one.
 */
export function flipToProduction(
  { db, clock }: Store,
  { offer, publicationId, packageDigest }: Flip,
): Promise<{ readonly liveAt: string }> {
  return db.transaction().execute(async (trx) => {
    const locked = await lockSlots(trx, offer);
    const { preview, production } = locked;
    if (production !== undefined && isSame(production, { publicationId, packageDigest })) {
      return { liveAt: production.since };
    }
    if (preview === undefined || !isSame(preview, { publicationId, packageDigest })) {
      throw new ProductionFlipError('the preview does not show this package of this publication');
    }
    if (production !== undefined && production.offerVersion >= preview.offerVersion) {
      throw new ProductionFlipError(
        `version ${production.offerVersion} is live, and ${preview.offerVersion} is not newer`,
      );
    }
    await refuseEnded(trx, publicationId);
    const now = clock();
    const content = { offerVersion: preview.offerVersion, packageDigest, publicationId };
    await writeSlot(trx, { locked, now, slot: 'Production', content });
    return { liveAt: now.toISOString() };
  });
}

export class ProductionFlipError extends Error {
  constructor(reason: string) {
    super(`Nothing went live: ${reason}.`);
    this.name = 'ProductionFlipError';
  }
}

type LockedSlots = {
  readonly row: LockedOffer;
  readonly preview: SlotRecord | undefined;
  readonly production: SlotRecord | undefined;
};

async function lockSlots(trx: Transaction<Database>, offer: OfferKey): Promise<LockedSlots> {
  const row = await lockOffer(trx, offer);
  if (row === undefined) throw new UnknownOfferError(offer);
  const slots = await slotsOf(trx, offer);
  return {
    row,
    preview: slots.find(({ slot }) => slot === 'Preview'),
    production: slots.find(({ slot }) => slot === 'Production'),
  };
}

type SlotContent = Pick<SlotRecord, 'publicationId' | 'packageDigest'>;

function isSame(slot: SlotRecord | undefined, content: SlotContent): boolean {
  return slot?.publicationId === content.publicationId && slot.packageDigest === content.packageDigest;
}

type SlotWrite = {
  readonly locked: LockedSlots;
  readonly now: Date;
  readonly slot: SlotRecord['slot'];
  readonly content: Omit<SlotRecord, 'slot' | 'since'>;
};

async function writeSlot(
  trx: Transaction<Database>,
  { locked: { row }, now, slot, content }: SlotWrite,
): Promise<void> {
  const { publisherId, offerId } = row;
  const columns = { ...content, since: now.toISOString() };
  await trx
    .insertInto('slot')
    .values({ publisherId, offerId, slot, ...columns })
    .onConflict((conflict) => conflict.columns(['publisherId', 'offerId', 'slot']).doUpdateSet(columns))
    .execute();
  await changeOffer(trx, row, { now });
  const { publicationId, ...payload } = content;
  const kind = slot === 'Preview' ? 'previewSet' : 'productionSet';
  await appendEvents(trx, [{ publisherId, offerId, kind, publicationId, payload }]);
}
