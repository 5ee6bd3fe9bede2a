import { beginningOf } from '../../certification/without-secrets';
import { offerFinding } from '../offer-finding';
import { plansOf } from '../parts';
import type { OfferRule } from './rule';

/** No two plans share an id. */
export const planIdsUnique: OfferRule = ({ document }) => {
  const plans = plansOf(document).filter(({ planId }) => planId !== '');
  return plans
    .filter(({ planId }, index) => plans.findIndex((other) => other.planId === planId) < index)
    .map(({ path, planId }) =>
      offerFinding({
        ruleId: 'offer.plan-id-repeated',
        path: [...path, 'planId'],
        document,
        params: { plan: beginningOf(planId, 50) },
      }),
    );
};
