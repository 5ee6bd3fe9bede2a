import { beginningOf } from '../../certification/without-secrets';
import type { Finding } from '../../certification/finding';
import { offerFinding } from '../offer-finding';
import { plansOf, type PlanPart, stagedKey } from '../parts';
import { type ServicePricing, servicePricingOf } from '../service-pricing';
import type { Path } from '../walk';
import { plansOnceLive } from './once-live';
import type { OfferRule } from './rule';

/** Every plan says how it is paid; what is paid by the month says how much. */
export const servicePricesComplete: OfferRule = ({ document }) =>
  plansOf(document).flatMap((plan): readonly Finding[] => {
    const pricing = servicePricingOf(plan);
    if (pricing === undefined)
      return [
        offerFinding({
          ruleId: 'offer.field-missing',
          path: [...plan.path, stagedKey('pricing'), 'priceModel'],
          document,
        }),
      ];
    if (pricing.model !== 'monthly') return [];
    return [
      ...(typeof pricing.monthly === 'number' ? [] : ['monthly']),
      ...(typeof pricing.currency === 'string' && pricing.currency !== '' ? [] : ['currency']),
    ].map((key) => offerFinding({ ruleId: 'offer.field-missing', path: [...pricing.path, key], document }));
  });

/** Of a live service the way of paying stays, and its price only falls: anything else needs a new plan. */
export const liveServicePrices: OfferRule = ({ document, ...live }) => {
  const plans = plansOnceLive(live);
  return plansOf(document).flatMap((plan): readonly Finding[] => {
    const [before] = (plans.get(plan.planId) ?? []).flatMap((each) => servicePricingOf(each) ?? []);
    const now = servicePricingOf(plan);
    return before === undefined || now === undefined ? [] : changeOf({ plan, before, now, document });
  });
};

type Change = {
  readonly plan: PlanPart;
  readonly before: ServicePricing;
  readonly now: ServicePricing;
  readonly document: Parameters<OfferRule>[0]['document'];
};

function changeOf({ plan, before, now, document }: Change): readonly Finding[] {
  const params = { plan: beginningOf(plan.planId, 50) };
  const at = (key: string): Path => [...now.path, key];
  const text = (value: unknown): string => (typeof value === 'string' ? beginningOf(value, 20) : '');
  if (before.model !== now.model) {
    const expected = text(before.model);
    return [
      offerFinding({
        ruleId: 'offer.billing-model-changed',
        path: at('priceModel'),
        document,
        params,
        expected,
      }),
    ];
  }
  if (now.model !== 'monthly') return [];
  const [expected, actual] = [text(before.currency), text(now.currency)];
  if (expected !== '' && actual !== '' && expected !== actual) {
    const path = at('currency');
    return [offerFinding({ ruleId: 'offer.currency-changed', path, document, params, expected, actual })];
  }
  if (!isRaised(before.monthly, now.monthly)) return [];
  return [
    offerFinding({
      ruleId: 'offer.monthly-price-raised',
      path: at('monthly'),
      document,
      params: { ...params, before: before.monthly as number, after: now.monthly as number },
      expected: `<= ${String(before.monthly)}`,
      actual: String(now.monthly),
    }),
  ];
}

const isRaised = (before: unknown, now: unknown): boolean =>
  typeof before === 'number' && typeof now === 'number' && now > before;
