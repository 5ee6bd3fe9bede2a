import type { Transaction } from 'kysely';
import type { OfferDocument } from '../../../domain/offer/document';
import type { OfferKey } from '../../../domain/offer/ids';
import { joinSecrets, keepMasked, mask, type Secret } from '../../../domain/offer/secrets';
import type { Connection } from '../database/connection';
import type { Database } from '../schema';
import type { SecretSeal } from './seal-secrets';

type Store = { readonly db: Connection | Transaction<Database>; readonly seal: SecretSeal };

/** `held_by` of the draft's own copies; a frozen version holds its copies under its number. */
const draft = 0;

/** Where a secret is at home: it opens nowhere else. */
export function scopeOf({ publisherId, offerId }: OfferKey): string {
  return `${publisherId}/${offerId}`;
}

/** Keeps exactly the secrets the draft mentions; what frozen versions hold stays with them. */
export async function storeDraftSecrets(
  { db, seal }: Store,
  offer: OfferKey,
  { document, secrets }: { readonly document: OfferDocument; readonly secrets: readonly Secret[] },
): Promise<void> {
  const mentioned = secretIdsIn(document);
  await db
    .deleteFrom('secret')
    .where('publisherId', '=', offer.publisherId)
    .where('offerId', '=', offer.offerId)
    .where('heldBy', '=', draft)
    .$if(mentioned.length > 0, (query) => query.where('secretId', 'not in', mentioned))
    .execute();
  if (secrets.length === 0) return;
  await db
    .insertInto('secret')
    .values(
      secrets.map(({ id, value }) => ({
        ...offerKey(offer),
        secretId: id,
        heldBy: draft,
        ciphertext: seal.seal(value, `${scopeOf(offer)}/${id}`),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Gives a frozen version its own copies of the draft's secrets. */
export async function freezeSecrets(
  trx: Transaction<Database>,
  offer: OfferKey,
  offerVersion: number,
): Promise<void> {
  await trx
    .insertInto('secret')
    .columns(['publisherId', 'offerId', 'secretId', 'heldBy', 'ciphertext'])
    .expression((from) =>
      from
        .selectFrom('secret')
        .select(['publisherId', 'offerId', 'secretId'])
        .select((row) => row.val(offerVersion).as('heldBy'))
        .select('ciphertext')
        .where('publisherId', '=', offer.publisherId)
        .where('offerId', '=', offer.offerId)
        .where('heldBy', '=', draft),
    )
    .execute();
}

/** The document with its secrets in place; masks are looked up in the current draft first. Never log the result. */
export async function revealSecrets(
  { db, seal }: Store,
  offer: OfferKey,
  document: OfferDocument,
): Promise<OfferDocument> {
  const named = JSON.stringify(document).includes(mask)
    ? keepMasked(document, await draftOf(db, offer))
    : document;
  const ids = secretIdsIn(named);
  if (ids.length === 0) return named;
  const rows = await db
    .selectFrom('secret')
    .distinctOn('secretId')
    .select(['secretId', 'ciphertext'])
    .where('publisherId', '=', offer.publisherId)
    .where('offerId', '=', offer.offerId)
    .where('secretId', 'in', ids)
    .execute();
  const values = new Map(
    rows.map(({ secretId, ciphertext }) => [
      secretId,
      seal.open(ciphertext, `${scopeOf(offer)}/${secretId}`),
    ]),
  );
  return joinSecrets(named, (id) => values.get(id));
}

async function draftOf(db: Store['db'], { publisherId, offerId }: OfferKey): Promise<OfferDocument> {
  const row = await db
    .selectFrom('offer')
    .select('draft')
    .where('publisherId', '=', publisherId)
    .where('offerId', '=', offerId)
    .executeTakeFirst();
  return row?.draft ?? {};
}

function secretIdsIn(document: OfferDocument): string[] {
  const ids = new Set<string>();
  joinSecrets(document, (id) => {
    ids.add(id);
    return undefined;
  });
  return [...ids];
}

const offerKey = ({ publisherId, offerId }: OfferKey): OfferKey => ({ publisherId, offerId });
