import { beginningOf } from '../../certification/without-secrets';
import type { Finding } from '../../certification/finding';
import type { OfferDocument } from '../document';
import { offerFinding } from '../offer-finding';
import { plansOf, type PlanPart } from '../parts';
import { hourlyPrices, isDearer, pricingOf, type PlanPricing } from '../prices';
import { plansOnceLive } from './once-live';
import type { OfferRule } from './rule';

/**
 * Of a plan that was ever live the billing model stays, and prices only fall: anything else needs a new plan. Of a
 * machine size that was taken off the newest price counts, however long ago.
 */
export const livePrices: OfferRule = ({ document, ...live }) => {
  const plans = plansOnceLive(live);
  return plansOf(document).flatMap((plan) => {
    const before = (plans.get(plan.planId) ?? []).flatMap((each) => pricingOf(each) ?? []);
    const [newest] = before;
    const now = pricingOf(plan);
    if (newest === undefined || now === undefined) return [];
    return newest.byol === now.byol
      ? raisedPrices(plan, { before, now, document })
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

type Change = {
  /** Newest first. */
  readonly before: readonly PlanPricing[];
  readonly now: PlanPricing;
  readonly document: OfferDocument;
};

/** One finding a plan, about the first machine size that got dearer. */
function raisedPrices({ planId }: PlanPart, { before: priced, now, document }: Change): readonly Finding[] {
  const plan = beginningOf(planId, 50);
  const path = [...now.path, 'coreMultiplier'];
  const oldCurrency = priced.map(currencyOf).find((each) => each !== undefined);
  const currency = currencyOf(now);
  if (oldCurrency !== undefined && currency !== undefined && oldCurrency !== currency) {
    const [expected, actual] = [beginningOf(oldCurrency, 10), beginningOf(currency, 10)];
    const params = { plan };
    const place = [...path, 'currency'];
    return [
      offerFinding({ ruleId: 'offer.currency-changed', path: place, document, params, expected, actual }),
    ];
  }
  const prices = hourlyPrices(now);
  for (const [bucket, before] of new Map(priced.toReversed().flatMap((each) => [...hourlyPrices(each)]))) {
    const after = prices.get(bucket);
    if (after === undefined || !isDearer(after, before)) continue;
    const params = { plan, size: bucket, before, after };
    const [expected, actual] = [`<= ${before}`, String(after)];
    return [offerFinding({ ruleId: 'offer.price-raised', path, document, params, expected, actual })];
  }
  return [];
}

function currencyOf({ core }: PlanPricing): string | undefined {
  const currency = core?.['currency'];
  return typeof currency === 'string' ? currency : undefined;
}
