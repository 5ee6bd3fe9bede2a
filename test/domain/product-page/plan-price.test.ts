import { planPrices } from '../../../src/domain/product-page/plan-price';

const priceOf = (pricing: unknown) =>
  planPrices({ definition: { plans: [{ planId: 'a', virtualMachinePricingV2: pricing }] } }).get('a');
const usd = (prices: Readonly<Record<string, unknown>>) => ({ currency: 'USD', ...prices });

it.each([
  ['own licence', { isByol: true, freeTrialDurationInMonths: 1 }, { kind: 'ownLicence' }],
  [
    'one price a core',
    { isByol: false, coreMultiplier: usd({ single: 0.02 }) },
    { kind: 'perCore', amount: 0.02, currency: 'USD', freeTrialMonths: 0 },
  ],
  [
    'a core for nothing',
    { isByol: false, coreMultiplier: usd({ single: 0 }) },
    { kind: 'perCore', amount: 0, currency: 'USD', freeTrialMonths: 0 },
  ],
  [
    'the lowest of many, and a trial',
    {
      isByol: false,
      freeTrialDurationInMonths: 3,
      coreMultiplier: usd({ single: null, individually: { '2core': 0.3, '1core': 0.2, '4core': 0.5 } }),
    },
    { kind: 'from', amount: 0.2, currency: 'USD', freeTrialMonths: 3 },
  ],
  [
    'a price sheet',
    { isByol: false, freeTrialDurationInMonths: 1, regionPrices: { westeurope: 1 } },
    { kind: 'unsaid', freeTrialMonths: 1 },
  ],
  ['no currency', { coreMultiplier: { single: 1 } }, { kind: 'unsaid', freeTrialMonths: 0 }],
  ['no prices', { coreMultiplier: usd({}) }, { kind: 'unsaid', freeTrialMonths: 0 }],
  ['nothing', undefined, undefined],
  ['something else', 'free', undefined],
])('reads of %s what customers are told', (_case, pricing, price) => {
  expect(priceOf(pricing)).toEqual(price);
});

it('keeps the plans apart, and takes the older price block where it is the only one', () => {
  const plans = [
    { planId: 'a', virtualMachinePricing: { isByol: true } },
    { planId: 'b', virtualMachinePricing: { isByol: true }, virtualMachinePricingV2: { isByol: false } },
  ];

  const prices = planPrices({ definition: { plans } });

  expect([...prices].map(([planId, { kind }]) => [planId, kind])).toEqual([
    ['a', 'ownLicence'],
    ['b', 'unsaid'],
  ]);
});
