import type { OfferDocument } from '../offer/document';
import { type PlanPart, plansOf } from '../offer/parts';
import { hourlyPrices, type PlanPricing, pricingOf } from '../offer/prices';
import { servicePricingOf } from '../offer/service-pricing';

/** What a plan costs customers, as far as one line can say it. `amount` is in `currency` (ISO 4217), an hour unless it says so. */
export type PlanPrice =
  | { readonly kind: 'ownLicence' }
  | { readonly kind: 'free' }
  | (Money & { readonly kind: 'monthly' })
  | (Money & { readonly kind: 'perCore'; readonly freeTrialMonths: number })
  /** Every machine size has a price of its own; this is the lowest. */
  | (Money & { readonly kind: 'from'; readonly freeTrialMonths: number })
  /** The price stands in a sheet by region. */
  | { readonly kind: 'unsaid'; readonly freeTrialMonths: number };

export type Money = { readonly amount: number; readonly currency: string };

/** The prices of a version's plans, by plan id; a plan that says nothing of its price has none. */
export function planPrices(document: OfferDocument): ReadonlyMap<string, PlanPrice> {
  return new Map(
    plansOf(document).flatMap((plan): readonly (readonly [string, PlanPrice])[] => {
      const pricing = pricingOf(plan);
      const price = pricing === undefined ? servicePrice(plan) : priceOf(pricing);
      return price === undefined ? [] : [[plan.planId, price]];
    }),
  );
}

function priceOf(pricing: PlanPricing): PlanPrice {
  const { byol, core, fields } = pricing;
  if (byol) return { kind: 'ownLicence' };
  const trial = fields['freeTrialDurationInMonths'];
  const freeTrialMonths = typeof trial === 'number' ? trial : 0;
  const { currency, single } = core ?? {};
  if (typeof currency !== 'string') return { kind: 'unsaid', freeTrialMonths };
  if (typeof single === 'number') return { kind: 'perCore', amount: single, currency, freeTrialMonths };
  const amounts = [...hourlyPrices(pricing).values()];
  if (amounts.length === 0) return { kind: 'unsaid', freeTrialMonths };
  return { kind: 'from', amount: Math.min(...amounts), currency, freeTrialMonths };
}

function servicePrice(plan: PlanPart): PlanPrice | undefined {
  const { model, currency, monthly } = servicePricingOf(plan) ?? {};
  if (model === 'free') return { kind: 'free' };
  if (model === 'byol') return { kind: 'ownLicence' };
  const isPriced = model === 'monthly' && typeof currency === 'string' && typeof monthly === 'number';
  return isPriced ? { kind: 'monthly', amount: monthly, currency } : undefined;
}
