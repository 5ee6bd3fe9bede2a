import type { Context } from 'hono';
import { type OfferKey, isId } from '../domain/offer/ids';

/** The offer an address names; `undefined` when an id does not look like one, before it reaches anything else. */
export function offerKeyIn(context: Context): OfferKey | undefined {
  const { publisherId, offerId } = context.req.param() as Partial<Record<string, string>>;
  return isId(publisherId) && isId(offerId) ? { publisherId, offerId } : undefined;
}

export const statusPath = ({ publisherId, offerId }: OfferKey): string =>
  `/publishers/${publisherId}/offers/${offerId}/status`;
