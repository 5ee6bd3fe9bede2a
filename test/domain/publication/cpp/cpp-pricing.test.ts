import { coreBuckets } from '../../../../src/domain/offer/prices';
import { withAllPricing } from '../../../../src/domain/publication/cpp/cpp-pricing';

const documentOf = (plan: object): { definition: { plans: readonly object[] } } => ({
  definition: { plans: [plan] },
});

it('a price per core becomes the price of every machine size, in the place of it', () => {
  const block = { isByol: false, coreMultiplier: { currency: 'USD', single: 0.5 } };
  const document = documentOf({ planId: 'a', virtualMachinePricing: block, virtualMachinePricingV2: block });

  const [plan] = (withAllPricing(document) as typeof document).definition.plans as readonly Record<
    string,
    typeof block & { coreMultiplier: { individually: Record<string, number> } }
  >[];

  for (const key of ['virtualMachinePricing', 'virtualMachinePricingV2']) {
    const { coreMultiplier, isByol } = plan![key]!;
    expect(isByol).toBe(false);
    expect(coreMultiplier).toMatchObject({ currency: 'USD' });
    expect(coreMultiplier).not.toHaveProperty('single');
    expect(Object.keys(coreMultiplier.individually)).toEqual(coreBuckets);
    expect(coreMultiplier.individually).toMatchObject({ sharedcore: 0.5, '1core': 0.5, '416core': 208 });
  }
});

it.each([
  [
    'prices that are written out',
    { virtualMachinePricing: { coreMultiplier: { individually: { '1core': 1 } } } },
  ],
  ['a licence of the customer', { virtualMachinePricing: { isByol: true } }],
  ['no prices', { planId: 'a' }],
  ['what is no plan', 'nonsense' as unknown as object],
])('%s stays as it is', (_name, plan) => {
  expect(withAllPricing(documentOf(plan))).toEqual(documentOf(plan));
});

it.each([[{}], [{ definition: 'x' }], [{ definition: { plans: 'x' } }]])(
  '%j is no reason to fail',
  (document) => {
    expect(() => withAllPricing(document)).not.toThrow();
  },
);
