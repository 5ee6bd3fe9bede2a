import { beginningOf } from '../../certification/without-secrets';
import type { Finding } from '../../certification/finding';
import type { OfferDocument } from '../document';
import { offerFinding } from '../offer-finding';
import { plansOf, type PlanPart } from '../parts';
import { hourlyPrices, pricingOf, type PlanPricing } from '../prices';
import type { OfferRule } from './rule';

/** Of a plan that is live the billing model stays, and prices only fall: anything else needs a new plan. */
export const livePrices: OfferRule = ({ document, previous }) => {
  if (previous === undefined) return [];
  const before = new Map(plansOf(previous).map((plan) => [plan.planId, plan]));
  return plansOf(document).flatMap((plan) => {
    const live = before.get(plan.planId);
    const [old, now] = [live && pricingOf(live), pricingOf(plan)];
    if (old === undefined || now === undefined) return [];
    return old.byol === now.byol
      ? raisedPrices(plan, { old, now, document })
      : [billingModelChanged(plan, now, document)];
  });
};

function billingModelChanged({ planId }: PlanPart, now: PlanPricing, document: OfferDocument): Finding {
  return offerFinding({
    ruleId: 'offer.billing-model-changed',
    path: [...now.path, 'isByol'],
    document,
    params: { plan: beginningOf(planId, 50) },
    expected: String(!now.byol),
  });
}

type Change = { readonly old: PlanPricing; readonly now: PlanPricing; readonly document: OfferDocument };

/** One finding a plan, about the first machine size that got dearer. */
function raisedPrices({ planId }: PlanPart, { old, now, document }: Change): readonly Finding[] {
  const plan = beginningOf(planId, 50);
  const path = [...now.path, 'coreMultiplier'];
  const [oldCurrency, currency] = [old.core?.['currency'], now.core?.['currency']];
  if (typeof oldCurrency === 'string' && typeof currency === 'string' && oldCurrency !== currency) {
    const [expected, actual] = [beginningOf(oldCurrency, 10), beginningOf(currency, 10)];
    const params = { plan };
    const place = [...path, 'currency'];
    return [
      offerFinding({ ruleId: 'offer.currency-changed', path: place, document, params, expected, actual }),
    ];
  }
  const prices = hourlyPrices(now);
  for (const [bucket, before] of hourlyPrices(old)) {
    const after = prices.get(bucket);
    if (after === undefined || after <= before) continue;
    const params = { plan, size: bucket, before, after };
    const [expected, actual] = [`<= ${before}`, String(after)];
    return [offerFinding({ ruleId: 'offer.price-raised', path, document, params, expected, actual })];
  }
  return [];
}
