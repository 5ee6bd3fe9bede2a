import { beginningOf } from '../../certification/without-secrets';
import type { Finding } from '../../certification/finding';
import { offerFinding } from '../offer-finding';
import type { OfferRule } from './rule';

/** Publisher, offer id and offer type are what customers' deployments refer to: they never change. */
export const liveIdentityKept: OfferRule = ({ document, previous }) =>
  ['publisherId', 'id', 'offerTypeId'].flatMap((key): readonly Finding[] => {
    const before = previous?.[key];
    if (typeof before !== 'string' || document[key] === before) return [];
    const expected = beginningOf(before, 60);
    return [offerFinding({ ruleId: 'offer.identity-changed', path: [key], document, expected })];
  });
