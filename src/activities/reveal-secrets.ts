import type { OfferDocument } from '../domain/offer/document';
import type { OfferKey } from '../domain/offer/ids';
import type { Offers } from '../services/ports';
import { permanentFailure } from './permanent-failure';

/** A frozen document with its secrets in place. A key that does not open them is not cured by trying again. */
export async function revealSecrets(
  offers: Pick<Offers, 'revealSecrets'>,
  offer: OfferKey,
  document: OfferDocument,
): Promise<OfferDocument> {
  try {
    return await offers.revealSecrets(offer, document);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'SealedSecretError') throw error;
    throw permanentFailure(
      'SealedSecretError',
      `A stored secret of offer ${offer.publisherId}/${offer.offerId} does not open: SECRETS_KEY is not the one it was sealed with.`,
    );
  }
}
