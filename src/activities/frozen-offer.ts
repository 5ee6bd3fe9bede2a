import type { ApplicationFailure } from '@temporalio/activity';
import type { OfferModel } from '../domain/offer/model';
import { readOffer } from '../domain/offer/read-offer';
import type { Offers, OfferVersionRecord } from '../services/ports';
import type { PublicationRef } from './contract';
import { permanentFailure } from './permanent-failure';
import { revealSecrets } from './reveal-secrets';

export type FrozenOffer = {
  readonly version: OfferVersionRecord;
  /** With its secrets in place: never log, return or store it. */
  readonly offer: OfferModel;
};

/** The version this publication is about, as validation has passed it. */
export async function frozenOffer(
  offers: Pick<Offers, 'findVersion' | 'revealSecrets'>,
  { publisherId, offerId, offerVersion }: PublicationRef,
): Promise<FrozenOffer> {
  const key = { publisherId, offerId };
  const version = await offers.findVersion(key, offerVersion);
  if (version === undefined) throw wrongOrder(`there is no version ${offerVersion} of it`);
  const read = readOffer(await revealSecrets(offers, key, version.document));
  if (read.kind === 'invalid') throw wrongOrder(`version ${offerVersion} is not valid`);
  return { version, offer: read.offer };

  /** Validation comes first, so this is our own mistake: repeating it would change nothing. */
  function wrongOrder(problem: string): ApplicationFailure {
    return permanentFailure(
      'OfferNotUsable',
      `Offer ${publisherId}/${offerId} cannot be published: ${problem}.`,
    );
  }
}
