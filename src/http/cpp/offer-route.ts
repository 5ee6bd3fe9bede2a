import type { Context } from 'hono';
import type { OfferKey } from '../../domain/offer/ids';
import type { OfferRecord } from '../../services/ports';
import type { AppDeps } from '../deps';
import { apiError } from '../refusals/errors';
import { offerKeyIn } from '../offers/offer-key';

/** Runs `answer` for the offer the address names, if there is one. */
export function forOffer(
  { catalogue }: AppDeps,
  answer: (context: Context, offer: OfferRecord) => Response | Promise<Response>,
): (context: Context) => Promise<Response> {
  return async (context) => {
    const key = offerKeyIn(context);
    const offer = key === undefined ? undefined : await catalogue.offers.find(key);
    return offer === undefined ? noSuchOffer(context, key) : answer(context, offer);
  };
}

function noSuchOffer(context: Context, key: OfferKey | undefined): Response {
  const name = key === undefined ? '' : ` ${key.publisherId}/${key.offerId}`;
  return apiError(context, 'NotFound', `There is no offer${name}. Save its draft first: PUT its address.`);
}
