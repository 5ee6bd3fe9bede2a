import type { CppOfferFacts } from '../../domain/publication/cpp/cpp-offer';
import type { OfferSummary } from '../../services/ports';

/** What the system knows of an offer, as CPP's answers tell it. */
export const factsOf = (offer: Omit<OfferSummary, 'displayText'>): CppOfferFacts => ({
  publisherId: offer.publisherId,
  offerId: offer.offerId,
  offerType: offer.offerType,
  status: offer.status,
  version: offer.newestVersion,
  changedAt: offer.changedAt,
});
