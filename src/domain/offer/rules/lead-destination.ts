import { offerFinding } from '../offer-finding';
import { marketplaceKey, offerFieldsOf, offerPath } from '../parts';
import type { OfferRule } from './rule';

/** Where a customer can do nothing but ask, somebody has to hear of it. */
export const leadDestinationNeeded: OfferRule = ({ document }) => {
  const destination = offerFieldsOf(document)[marketplaceKey('leadDestination')] ?? '';
  if (typeof destination !== 'string' || !/^\s*(?:none)?\s*$/i.test(destination)) return [];
  const path = [...offerPath, marketplaceKey('leadDestination')];
  const expected = 'AzureTable | HttpsEndpoint';
  return [offerFinding({ ruleId: 'offer.lead-destination-needed', path, document, expected })];
};
