import { beginningOf } from '../../certification/without-secrets';
import { offerFinding } from '../offer-finding';
import { marketplaceKey, offerFieldsOf, offerPath } from '../parts';
import type { OfferRule } from './rule';

/** `Name: Duration Type`, e.g. `Cloud readiness: 2-Week Assessment`: a list of offers shows nothing but titles. */
export const consultingTitle: OfferRule = ({ document }) => {
  const offer = offerFieldsOf(document);
  const title = offer[marketplaceKey('title')];
  const [type, duration] = [offer['consulting-services.serviceType'], offer['consulting-services.duration']];
  if (typeof title !== 'string' || typeof type !== 'string' || typeof duration !== 'string') return [];
  const ending = beginningOf(`: ${duration} ${type}`, 60);
  // An empty title is missing already.
  if (title.trim() === '' || title.trim().toLowerCase().endsWith(ending.toLowerCase())) return [];
  const path = [...offerPath, marketplaceKey('title')];
  return [offerFinding({ ruleId: 'offer.consulting-title', path, document, expected: ending })];
};
