import { offerTitle } from '../../domain/offer/listing';
import type { OfferRecord } from '../../services/ports';

/** What people call an offer. */
export const titleOf = ({ draft, offerId }: OfferRecord): string => offerTitle(draft, offerId);
