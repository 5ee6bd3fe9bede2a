import type { OfferDocument } from '../document';
import { plansOf, type PlanPart } from '../parts';
import type { RuleContext } from './rule';

type Live = Pick<RuleContext, 'previous' | 'earlier'>;

/** Everything that customers could buy so far, newest first: what they hold does not end when it is taken off. */
export const onceLive = ({ previous, earlier = [] }: Live): readonly OfferDocument[] =>
  previous === undefined ? [] : [previous, ...earlier];

/** By its id, each plan as it was in every version that had it, newest first. */
export function plansOnceLive(live: Live): ReadonlyMap<string, readonly PlanPart[]> {
  const plans = new Map<string, PlanPart[]>();
  for (const plan of onceLive(live).flatMap(plansOf))
    plans.set(plan.planId, [...(plans.get(plan.planId) ?? []), plan]);
  return plans;
}
