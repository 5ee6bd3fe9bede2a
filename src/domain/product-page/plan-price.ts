import type { OfferDocument } from '../offer/document';
import { plansOf } from '../offer/parts';
import { hourlyPrices, type PlanPricing, pricingOf } from '../offer/prices';

/** What a plan costs customers, as far as one line can say it. `amount` is in `currency` (ISO 4217), an hour. */
export type PlanPrice =
  | { readonly kind: 'ownLicence' }
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
      return pricing === undefined ? [] : [[plan.planId, priceOf(pricing)]];
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
