import { offerFinding } from '../offer-finding';
import { offerFieldsOf, offerPath } from '../parts';
import { asObject } from '../walk';
import type { OfferRule } from './rule';

/** What is not free says how much it is. */
export const consultingPrice: OfferRule = ({ document }) => {
  const key = 'consulting-services.pricing';
  const { priceModel, currency, amount } = asObject(offerFieldsOf(document)[key]) ?? {};
  if (priceModel !== 'fixed' && priceModel !== 'estimated') return [];
  return [
    ...(typeof amount === 'number' ? [] : ['amount']),
    ...(typeof currency === 'string' && currency !== '' ? [] : ['currency']),
  ].map((name) => offerFinding({ ruleId: 'offer.field-missing', path: [...offerPath, key, name], document }));
};
