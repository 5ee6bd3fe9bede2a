import { offerFinding } from '../offer-finding';
import { marketplaceKey, offerFieldsOf, offerPath } from '../parts';
import type { OfferRule } from './rule';

/** Customers agree to something: the standard contract, or the publisher's own terms. */
export const termsOfUse: OfferRule = ({ document }) => {
  const fields = offerFieldsOf(document);
  const terms = fields[marketplaceKey('termsOfUse')] ?? '';
  if (fields[marketplaceKey('useEnterpriseContract')] === true) return [];
  if (typeof terms !== 'string' || terms.trim() !== '') return [];
  const path = [...offerPath, marketplaceKey('termsOfUse')];
  return [offerFinding({ ruleId: 'offer.field-missing', path, document })];
};
