import { beginningOf } from '../../certification/without-secrets';
import type { Finding } from '../../certification/finding';
import type { OfferDocument } from '../document';
import { offerFinding } from '../offer-finding';
import { plansOf, type PlanPart } from '../parts';
import { multiplierOf } from '../region-prices';
import type { Path } from '../walk';
import { plansOnceLive } from './once-live';
import type { OfferRule } from './rule';

/** What a live plan costs by the month only falls; prices by country are `live-region-prices.ts`. */
export const liveMonthlyPrices: OfferRule = ({ document, ...live }) => {
  const plans = plansOnceLive(live);
  return plansOf(document).flatMap((plan) => {
    const [before] = (plans.get(plan.planId) ?? []).flatMap((each) => monthlyOf(each) ?? []);
    const now = monthlyOf(plan);
    return before === undefined || now === undefined ? [] : changeOf(plan.planId, { before, now, document });
  });
};

type Monthly = { readonly currency: unknown; readonly single: unknown; readonly path: Path };

function monthlyOf(plan: PlanPart): Monthly | undefined {
  const { fields, path } = multiplierOf(plan, 'monthlyPricing') ?? {};
  return fields && path && { currency: fields['currency'], single: fields['single'], path };
}

type Change = { readonly before: Monthly; readonly now: Monthly; readonly document: OfferDocument };

function changeOf(planId: string, { before, now, document }: Change): readonly Finding[] {
  const params = { plan: beginningOf(planId, 50) };
  const [old, is] = [before.currency, now.currency];
  if (typeof old === 'string' && typeof is === 'string' && old !== is) {
    const [expected, actual] = [beginningOf(old, 10), beginningOf(is, 10)];
    const path = [...now.path, 'currency'];
    return [offerFinding({ ruleId: 'offer.currency-changed', path, document, params, expected, actual })];
  }
  const [cost, costs] = [before.single, now.single];
  if (typeof cost !== 'number' || typeof costs !== 'number' || costs <= cost) return [];
  return [
    offerFinding({
      ruleId: 'offer.monthly-price-raised',
      path: [...now.path, 'single'],
      document,
      params: { ...params, before: cost, after: costs },
      expected: `<= ${cost}`,
      actual: String(costs),
    }),
  ];
}
