import { beginningOf } from '../../certification/without-secrets';
import type { Finding } from '../../certification/finding';
import { offerFinding } from '../offer-finding';
import { plansOf } from '../parts';
import { coreBuckets, pricingOf, type PlanPricing } from '../prices';
import { asObject } from '../walk';
import type { OfferRule } from './rule';

/** Every plan says how it is paid: own licence, or exactly one way of pricing cores (or a price sheet). */
export const pricesComplete: OfferRule = ({ document }) =>
  plansOf(document).flatMap((plan): readonly Finding[] => {
    const pricing = pricingOf(plan);
    if (pricing === undefined) {
      const path = [...plan.path, 'virtualMachinePricingV2'];
      return [offerFinding({ ruleId: 'offer.field-missing', path, document })];
    }
    const ruleId = wrongPricing(pricing);
    const isAsked = pricing.core?.['single'] === null;
    const path = [...pricing.path, 'coreMultiplier', ...(isAsked ? ['single'] : [])];
    const expected = 'single | individually';
    return ruleId === undefined ? [] : [offerFinding({ ruleId, path, document, expected })];
  });

function wrongPricing({ byol, fields, core }: PlanPricing): string | undefined {
  const hasSingle = (core?.['single'] ?? undefined) !== undefined;
  const hasBuckets = Object.keys(asObject(core?.['individually']) ?? {}).length > 0;
  if (hasSingle && hasBuckets) return 'offer.price-ambiguous';
  const hasSheet = [fields['regionPrices'], fields['spreadSheetPricing']].some(
    (sheet) => typeof sheet === 'object' && sheet !== null && Object.keys(sheet).length > 0,
  );
  return byol || hasSingle || hasBuckets || hasSheet ? undefined : 'offer.price-missing';
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
