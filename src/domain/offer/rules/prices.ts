import { beginningOf } from '../../certification/without-secrets';
import type { Finding } from '../../certification/finding';
import { offerFinding } from '../offer-finding';
import { plansOf, type PlanPart } from '../parts';
import { coreBuckets, pricingOf, type PlanPricing } from '../prices';
import { isSoldIn, readCountry } from '../region-prices';
import { asObject } from '../walk';
import type { OfferRule } from './rule';
import { hasSheet } from './unread-prices';

/** Every plan says how it is paid: own licence, or exactly one way of pricing cores (or by country). */
export const pricesComplete: OfferRule = ({ document }) =>
  plansOf(document).flatMap((plan): readonly Finding[] => {
    const pricing = pricingOf(plan);
    if (pricing === undefined) {
      const path = [...plan.path, 'virtualMachinePricingV2'];
      return [offerFinding({ ruleId: 'offer.field-missing', path, document })];
    }
    const ruleId = wrongPricing(plan, pricing);
    const isAsked = pricing.core?.['single'] === null;
    const path = [...pricing.path, 'coreMultiplier', ...(isAsked ? ['single'] : [])];
    const expected = 'single | individually';
    return ruleId === undefined ? [] : [offerFinding({ ruleId, path, document, expected })];
  });

function wrongPricing(plan: PlanPart, { byol, fields, core }: PlanPricing): string | undefined {
  const hasSingle = (core?.['single'] ?? undefined) !== undefined;
  const hasBuckets = Object.keys(asObject(core?.['individually']) ?? {}).length > 0;
  if (hasSingle && hasBuckets) return 'offer.price-ambiguous';
  const countries = Object.entries(asObject(fields['regionPrices']) ?? {});
  const isElsewhere = hasSheet(fields) || countries.some((each) => isPriceOf(plan, each));
  return byol || hasSingle || hasBuckets || isElsewhere ? undefined : 'offer.price-missing';
}

/** A price that nobody can read is another finding's (`unread-prices.ts`), as a sheet is. */
function isPriceOf(plan: PlanPart, [country, entry]: readonly [string, unknown]): boolean {
  switch (readCountry(country, entry).kind) {
    case 'off':
      return false;
    case 'unread':
      return true;
    case 'prices':
      return isSoldIn(plan, country);
  }
}

/** A price for a machine size nobody can buy is a slip of the pen. */
export const coreBucketsKnown: OfferRule = ({ document }) =>
  plansOf(document).flatMap((plan) => {
    const pricing = pricingOf(plan);
    const buckets = Object.keys(asObject(pricing?.core?.['individually']) ?? {});
    return buckets
      .filter((bucket) => !coreBuckets.includes(bucket))
      .map((bucket) =>
        offerFinding({
          ruleId: 'offer.core-bucket-unknown',
          path: [...(pricing?.path ?? []), 'coreMultiplier', 'individually', bucket],
          document,
          expected: 'sharedcore | 1core | ... | 416core',
          actual: beginningOf(bucket, 50),
        }),
      );
  });
