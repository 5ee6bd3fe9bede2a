import type { Context } from 'hono';
import type { OfferKey } from '../../domain/offer/ids';
import type { OfferRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { apiError } from '../errors';
import { offerKeyIn } from '../offer-key';

/** Runs `answer` for the offer the address names, if there is one. */
export function forOffer(
  { catalogue }: AppDeps,
  answer: (context: Context, offer: OfferRecord) => Response | Promise<Response>,
): (context: Context) => Promise<Response> {
  return forKey(async (context, key) => {
    const offer = await catalogue.offers.find(key);
    if (offer !== undefined) return answer(context, offer);
    const { publisherId, offerId } = key;
    const message = `There is no offer ${publisherId}/${offerId}. Save its draft first: PUT this address.`;
    return apiError(context, 'NotFound', message);
  });
}

/** Runs `answer` for the ids in the address, refusing what cannot be an id. */
export function forKey(
  answer: (context: Context, offer: OfferKey) => Promise<Response>,
): (context: Context) => Promise<Response> {
  return async (context) => {
    const offer = offerKeyIn(context);
    if (offer !== undefined) return answer(context, offer);
    const message =
      'Publisher and offer ids have 1 to 50 lower-case letters, digits, "-" and "_", and begin with a letter or digit.';
    return apiError(context, 'BadRequest', message);
  };
}
