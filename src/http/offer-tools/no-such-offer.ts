import type { Context } from 'hono';
import type { OfferKey } from '../../domain/offer/ids';
import { problem } from '../refusals/problem';

/** 404 for somebody who may know: nobody else gets this far. */
export const noSuchOffer = (context: Context, { publisherId, offerId }: OfferKey): Response =>
  problem(context, {
    code: 'NotFound',
    detail: `There is no offer ${publisherId}/${offerId}. Save its draft first: PUT /api/publishers/${publisherId}/offers/${offerId}.`,
  });
