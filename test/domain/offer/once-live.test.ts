import type { OfferDocument } from '../../../src/domain/offer/document';
import { goodApplication, goodManaged, inPackage, packageUrl } from './good-application';
import { changed, goodOffer, plan } from './good-offer';
import { staged } from './good-staged';
import { told, image, withImages, single, service, audience, sold, usd, monthly, inGermany } from './updates';

const noPlan = (document: OfferDocument): OfferDocument => changed(document, plan('planId'), 'another-plan');
const twoImages = withImages({ '1.0.0': image('a', 1), '1.1.0': image('b', 1) });
const priced = (individually: unknown): OfferDocument =>
  changed(goodOffer(), plan('virtualMachinePricingV2', 'coreMultiplier'), { currency: 'USD', individually });
const pricedInGermany = (individually: unknown): OfferDocument =>
  changed(priced({ '2core': 0.1 }), plan('virtualMachinePricingV2', 'regionPrices'), {
    DE: { currency: 'USD', individually },
  });

/** What was live once, what is live now, what follows, what is said. */
const remembered: readonly [string, OfferDocument, OfferDocument, OfferDocument, string][] = [
  [
    'the disks of a version that was taken back',
    twoImages,
    withImages({ '1.0.0': image('a', 1) }),
    withImages({ '1.0.0': image('a', 1), '1.1.0': image('other', 1) }),
    'The disk standard/1.1.0/os is or was live and cannot be exchanged for another one.',
  ],
  [
    'a number greater than the one that was taken back',
    twoImages,
    withImages({ '1.0.0': image('a', 1) }),
    withImages({ '1.0.0': image('a', 1), '1.0.5': image('c', 1) }),
    'The new image version 1.0.5 is not greater than 1.1.0, which is or was live, so nobody would see it.',
  ],
  [
    'the number of data disks of a plan that comes back',
    withImages({ '1.0.0': image('a', 1) }),
    noPlan(goodOffer()),
    withImages({ '1.1.0': image('b', 2) }),
    'Version 1.1.0 of the plan "standard" has 2 data disks; all its versions must have 1.',
  ],
  [
    'the kind of an application’s plan that comes back',
    goodApplication(),
    noPlan(goodApplication()),
    goodManaged(),
    'The live plan "standard" is a solution-template and stays one.',
  ],
  [
    'the package of a plan that comes back',
    goodApplication(),
    noPlan(goodApplication()),
    changed(goodApplication(), inPackage('packageVersion', 'packageFile'), packageUrl('x')),
    'The package standard/1.0.0/package is or was live and cannot be exchanged for another one.',
  ],
  [
    'the billing model of a plan that comes back',
    goodOffer(),
    noPlan(goodOffer()),
    changed(goodOffer(), plan('virtualMachinePricingV2', 'isByol'), true),
    'The billing model of the live plan "standard" cannot change.',
  ],
  [
    'the price of a plan that comes back',
    goodOffer(),
    noPlan(goodOffer()),
    changed(goodOffer(), single, 0.03),
    'The price of the live plan "standard" (sharedcore) rises from 0.02 to 0.03; it can only fall.',
  ],
  [
    'the price of a machine size that comes back',
    priced({ '2core': 0.1, '4core': 0.2 }),
    priced({ '2core': 0.1 }),
    priced({ '2core': 0.1, '4core': 0.3 }),
    'The price of the live plan "standard" (4core) rises from 0.2 to 0.3; it can only fall.',
  ],
  [
    'the price of a machine size that comes back in one country',
    pricedInGermany({ '2core': 0.1, '4core': 0.2 }),
    pricedInGermany({ '2core': 0.1 }),
    pricedInGermany({ '2core': 0.1, '4core': 0.3 }),
    'The price of the live plan "standard" (DE, 4core) rises from 0.2 to 0.3; it can only fall.',
  ],
  [
    'the price of a service that comes back',
    service(),
    noPlan(service()),
    changed(service(), staged('pricing', 'monthly'), 59),
    'The monthly price of the live plan "standard" rises from 49 to 59; it can only fall.',
  ],
  [
    'the price by the month of a plan that comes back',
    monthly({}),
    noPlan(monthly({})),
    monthly({ multiplier: { currency: 'USD', single: 59 } }),
    'The monthly price of the live plan "standard" rises from 49 to 59; it can only fall.',
  ],
  [
    'a public plan that comes back',
    goodOffer(),
    noPlan(goodOffer()),
    changed(goodOffer(), plan('restrictedAudience'), audience),
    'The plan "standard" is public and cannot become private.',
  ],
];

describe('what was taken off keeps', () => {
  it.each(remembered)('%s', (_row, once, live, next, message) => {
    expect(told(live, next, [once])).toContain(message);
  });

  it('the newest of its prices, not the highest it ever had', () => {
    const [dear, cheap] = [goodOffer(), changed(goodOffer(), single, 0.01)];

    expect(told(noPlan(dear), dear, [cheap, dear])).toContain(
      'The price of the live plan "standard" (sharedcore) rises from 0.01 to 0.02; it can only fall.',
    );
  });

  it('and may come back as it was', () => {
    expect(told(withImages({ '1.0.0': image('a', 1) }), twoImages, [twoImages])).toEqual([]);
    expect(told(noPlan(goodOffer()), goodOffer(), [goodOffer()])).toEqual([]);
    expect(told(noPlan(goodApplication()), goodApplication(), [goodApplication()])).toEqual([]);
  });
});

describe('a country that was taken off and comes back', () => {
  const once = monthly({ regionPrices: inGermany(45) });
  const without = changed(monthly({}), plan('regions'), ['US']);

  it.each([
    ['dearer', 50],
    ['cheaper', 40],
  ])('keeps its old price: not %s', (_name, price) => {
    expect(told(without, monthly({ regionPrices: inGermany(price) }), [without, once])).toEqual([
      `The plan "standard" comes back to DE at ${price} EUR; it keeps the price it had there: 45 EUR.`,
    ]);
  });

  it('may come back as it was, and cost anything where it never was', () => {
    expect(told(without, once, [without, once])).toEqual([]);
    expect(told(without, monthly({ regionPrices: inGermany(99) }), [without])).toEqual([]);
  });

  it('keeps its old price also when the whole plan was gone', () => {
    expect(told(noPlan(once), monthly({ regionPrices: inGermany(50) }), [once])).toEqual([
      'The plan "standard" comes back to DE at 50 EUR; it keeps the price it had there: 45 EUR.',
    ]);
  });

  it.each<[string, OfferDocument, OfferDocument, string]>([
    [
      'its own, not that of all countries',
      sold({ US: usd(0.01) }),
      goodOffer(),
      '(US) rises from 0.01 to 0.02',
    ],
    [
      'that of all countries, not one of its own',
      goodOffer(),
      sold({ US: usd(0.5) }),
      '(US) rises from 0.02 to 0.5',
    ],
    [
      'its own by the month, not that of all countries',
      monthly({ regionPrices: { US: usd(45) } }),
      monthly({}),
      '(US) rises from 45 to 49',
    ],
  ])('keeps the price it had: %s', (_name, had, next, rise) => {
    const live = changed(had, plan('regions'), ['DE']);

    expect(told(live, next, [had])).toEqual([
      `The price of the live plan "standard" ${rise}; it can only fall.`,
    ]);
  });

  it('counts as taken off when it is not among the countries of the plan, or switched off', () => {
    const off = monthly({ regionPrices: { DE: { currency: 'EUR', enabled: false, price: 45 } } });
    const elsewhere = changed(once, plan('regions'), ['US']);

    for (const live of [off, elsewhere])
      expect(told(live, monthly({ regionPrices: inGermany(50) }), [once])).toHaveLength(1);
  });
});
