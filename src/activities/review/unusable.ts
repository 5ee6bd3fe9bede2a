import type { ApplicationFailure } from '@temporalio/activity';
import type { OfferKey } from '../../domain/offer/ids';
import { permanentFailure } from '../permanent-failure';

/** A version is frozen before anything is reviewed, so this is our own mistake. */
export const unusable = ({ publisherId, offerId }: OfferKey, offerVersion: number): ApplicationFailure =>
  permanentFailure(
    'OfferNotUsable',
    `Offer ${publisherId}/${offerId} has no version ${offerVersion} to review.`,
  );
