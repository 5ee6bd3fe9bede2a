import { beginningOf } from '../../certification/without-secrets';
import { offerFinding } from '../offer-finding';
import { offerFieldsOf, offerPath, stagedKey } from '../parts';
import type { OfferRule } from './rule';

/** What customers bought as a service does not become a machine: the kind of a live offer stays. */
export const liveKindKept: OfferRule = ({ document, previous }) => {
  const before = previous === undefined ? undefined : offerFieldsOf(previous)[stagedKey('kind')];
  if (typeof before !== 'string' || offerFieldsOf(document)[stagedKey('kind')] === before) return [];
  const path = [...offerPath, stagedKey('kind')];
  return [
    offerFinding({ ruleId: 'offer.identity-changed', path, document, expected: beginningOf(before, 60) }),
  ];
};
