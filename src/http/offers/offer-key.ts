import type { Context } from 'hono';
import { type OfferKey, isId } from '../../domain/offer/ids';

/** The offer an address names; `undefined` when an id does not look like one, before it reaches anything else. */
export function offerKeyIn(context: Context): OfferKey | undefined {
  const { publisherId, offerId } = context.req.param() as Partial<Record<string, string>>;
  return isId(publisherId) && isId(offerId) ? { publisherId, offerId } : undefined;
}

export const statusPath = (offer: OfferKey): string => offerPage(offer, 'status');

/** A page of an offer, e.g. `offerPage(offer, 'golive/confirm')`. */
export const offerPage = ({ publisherId, offerId }: OfferKey, page: string): string =>
  `/publishers/${publisherId}/offers/${offerId}/${page}`;
