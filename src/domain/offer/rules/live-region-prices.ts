import { beginningOf } from '../../certification/without-secrets';
import type { Finding } from '../../certification/finding';
import type { OfferDocument } from '../document';
import { offerFinding } from '../offer-finding';
import { plansOf, type PlanPart } from '../parts';
import { hourlyPrices, pricingOf } from '../prices';
import { type RegionPrice, regionPrices } from '../region-prices';
import type { OfferRule } from './rule';

/**
 * Prices by country only fall, in the currency they have. A country that was taken off and comes back keeps its old price:
 * the newest live version that had it counts, however long ago.
 */
export const liveRegionPrices: OfferRule = ({ document, previous, earlier = [] }) => {
  if (previous === undefined) return [];
  return plansOf(document).flatMap((plan) => {
    const [live, ...before] = [previous, ...earlier].map((each) => planIn(each, plan.planId));
    if (live === undefined) return [];
    const old = regionPrices(live);
    const once = before.map((each) =>
      each === undefined ? new Map<string, RegionPrice>() : regionPrices(each),
    );
    return [...regionPrices(plan)].flatMap(([key, now]): readonly Finding[] => {
      const still = old.get(key) ?? everywhere(live, now);
      if (still !== undefined) return raised(plan, { before: still, now, document });
      const last = once.find((prices) => prices.has(key))?.get(key);
      return last === undefined ? [] : cameBack(plan, { before: last, now, document });
    });
  });
};

const planIn = (document: OfferDocument, planId: string): PlanPart | undefined =>
  plansOf(document).find((plan) => plan.planId === planId);

type Before = Pick<RegionPrice, 'amount' | 'currency'>;

/** The price a core or a size had in every country, so that none gets dearer by getting a price of its own. */
function everywhere(live: PlanPart, { block, size, currency }: RegionPrice): Before | undefined {
  const pricing = block === 'virtualMachinePricing' ? pricingOf(live) : undefined;
  if (pricing === undefined || pricing.core?.['currency'] !== currency) return undefined;
  const amount = hourlyPrices(pricing).get(size ?? '1core');
  return amount === undefined ? undefined : { amount, currency };
}

type Change = { readonly before: Before; readonly now: RegionPrice; readonly document: OfferDocument };

function raised({ planId }: PlanPart, { before, now, document }: Change): readonly Finding[] {
  const params = { plan: beginningOf(planId, 50) };
  const { path, country, size } = now;
  if (isOther(before.currency, now.currency)) {
    const [expected, actual] = [beginningOf(before.currency, 10), beginningOf(now.currency, 10)];
    return [offerFinding({ ruleId: 'offer.currency-changed', path, document, params, expected, actual })];
  }
  if (now.amount <= before.amount) return [];
  const of = size === undefined ? country : `${country}, ${size}`;
  return [
    offerFinding({
      ruleId: 'offer.price-raised',
      path,
      document,
      params: { ...params, size: beginningOf(of, 50), before: before.amount, after: now.amount },
      expected: `<= ${before.amount}`,
      actual: String(now.amount),
    }),
  ];
}

function cameBack({ planId }: PlanPart, { before, now, document }: Change): readonly Finding[] {
  if (now.amount === before.amount && !isOther(before.currency, now.currency)) return [];
  const [was, is] = [before, now].map(({ amount, currency }) =>
    beginningOf(`${amount} ${currency}`.trim(), 40),
  );
  return [
    offerFinding({
      ruleId: 'offer.region-price-changed',
      path: now.path,
      document,
      params: { plan: beginningOf(planId, 50), country: beginningOf(now.country, 10) },
      ...(was === undefined ? {} : { expected: was }),
      ...(is === undefined ? {} : { actual: is }),
    }),
  ];
}

const isOther = (before: string, now: string): boolean => before !== '' && now !== '' && before !== now;
