import type { OfferDocument } from '../../../src/domain/offer/document';
import { validateOffer } from '../../../src/domain/offer/validate-offer';
import { findingText } from '../../../src/domain/text/findings';
import type { Path } from '../../../src/domain/offer/walk';
import { application, goodApplication, goodManaged, inPackage, packageUrl } from './good-application';
import { changed, diskUrl, goodOffer, machine, now, plan } from './good-offer';
import { goodStaged, staged } from './good-staged';

/** What a publisher reads when this follows on that, errors only. */
const told = (
  live: OfferDocument,
  next: OfferDocument,
  earlier: readonly OfferDocument[] = [],
): readonly string[] =>
  validateOffer(next, { now, trustedOrigins: [], previous: live, earlier })
    .filter(({ severity }) => severity === 'error')
    .map((finding) => findingText(finding, 'en').message);

const images = machine('vmImages');
const image = (name: string, disks: number): unknown => ({
  osVhdUrl: diskUrl(name),
  lunVhdDetails: Array.from({ length: disks }, (_, lun) => ({ lun, vhdUrl: diskUrl(`${name}-${lun}`) })),
});
const withImages = (versions: Readonly<Record<string, unknown>>): OfferDocument =>
  changed(goodOffer(), images, versions);
const single: Path = plan('virtualMachinePricingV2', 'coreMultiplier', 'single');
const service = goodStaged['developer-service'];
const audience = { manualEntries: [{ type: 'subscriptionId', id: 'c0ffee00-0001-4000-8000-000000000001' }] };

const byCountry: Path = plan('virtualMachinePricingV2', 'regionPrices');
const sold = (prices: Readonly<Record<string, unknown>>): OfferDocument =>
  changed(goodOffer(), byCountry, prices);
const hourly = (amount: number, currency = 'EUR'): unknown => ({
  currency,
  individually: { '4core': amount },
});
const monthlyKey = plan('monthlyPricingV2');
const monthly = (fields: Readonly<Record<string, unknown>>): OfferDocument =>
  changed(goodManaged(), monthlyKey, { multiplier: { currency: 'USD', single: 49 }, ...fields });
const inGermany = (price: number): unknown => ({ DE: { currency: 'EUR', enabled: true, price } });

/** Row of the rules on updates -> what is live, what follows, what is said. */
const forbidden: readonly [string, OfferDocument, OfferDocument, string][] = [
  [
    'the offer id',
    goodOffer(),
    changed(goodOffer(), ['id'], 'other-vm'),
    '"Id" of a live offer cannot change: it was linux-vm.',
  ],
  [
    'the publisher id',
    goodOffer(),
    changed(goodOffer(), ['publisherId'], 'fabrikam'),
    '"Publisher id" of a live offer cannot change: it was contoso.',
  ],
  [
    'the kind of a staged offer',
    service(),
    goodStaged['data-service'](),
    '"Kind of offer" of a live offer cannot change: it was developer-service.',
  ],
  [
    'the kind of an application’s plan',
    goodApplication(),
    goodManaged(),
    'The live plan "standard" is a solution-template and stays one.',
  ],
  [
    'the number of data disks',
    withImages({ '1.0.0': image('a', 1) }),
    withImages({ '1.0.0': image('a', 1), '1.1.0': image('b', 2) }),
    'Version 1.1.0 of the plan "standard" has 2 data disks; all its versions must have 1.',
  ],
  [
    'the billing model of a machine',
    goodOffer(),
    changed(goodOffer(), plan('virtualMachinePricingV2', 'isByol'), true),
    'The billing model of the live plan "standard" cannot change.',
  ],
  [
    'the way a service is paid',
    service(),
    changed(service(), staged('pricing'), { priceModel: 'free' }),
    'The billing model of the live plan "standard" cannot change.',
  ],
  [
    'a price, upwards',
    goodOffer(),
    changed(goodOffer(), single, 0.03),
    'The price of the live plan "standard" (sharedcore) rises from 0.02 to 0.03; it can only fall.',
  ],
  [
    'the price of a service, upwards',
    service(),
    changed(service(), staged('pricing', 'monthly'), 59),
    'The monthly price of the live plan "standard" rises from 49 to 59; it can only fall.',
  ],
  [
    'the currency',
    service(),
    changed(service(), staged('pricing', 'currency'), 'EUR'),
    'The currency of the live plan "standard" cannot change from USD to EUR.',
  ],
  [
    'the price in one country, upwards',
    sold({ DE: hourly(0.05) }),
    sold({ DE: hourly(0.06) }),
    'The price of the live plan "standard" (DE, 4core) rises from 0.05 to 0.06; it can only fall.',
  ],
  [
    'the currency in one country',
    sold({ DE: hourly(0.05) }),
    sold({ DE: hourly(0.05, 'CHF') }),
    'The currency of the live plan "standard" cannot change from EUR to CHF.',
  ],
  [
    'the price everywhere, by giving one country a dearer one of its own',
    goodOffer(),
    sold({ US: { currency: 'USD', single: 0.5 } }),
    'The price of the live plan "standard" (US) rises from 0.02 to 0.5; it can only fall.',
  ],
  [
    'the price by the month, upwards',
    monthly({}),
    monthly({ multiplier: { currency: 'USD', single: 59 } }),
    'The monthly price of the live plan "standard" rises from 49 to 59; it can only fall.',
  ],
  [
    'the currency of the price by the month',
    monthly({}),
    monthly({ multiplier: { currency: 'EUR', single: 49 } }),
    'The currency of the live plan "standard" cannot change from USD to EUR.',
  ],
  [
    'the price by the month in one country, upwards',
    monthly({ regionPrices: inGermany(45) }),
    monthly({ regionPrices: inGermany(46) }),
    'The price of the live plan "standard" (DE) rises from 45 to 46; it can only fall.',
  ],
  [
    'what a live version holds',
    goodOffer(),
    changed(goodOffer(), machine('vmImages', '1.0.0', 'osVhdUrl'), diskUrl('other')),
    'The disk standard/1.0.0/os is or was live and cannot be exchanged for another one.',
  ],
  [
    'the package of a live version',
    goodApplication(),
    changed(
      goodApplication(),
      application('package', '1.0.0', 'packageVersion', 'packageFile'),
      packageUrl('x'),
    ),
    'The package standard/1.0.0/package is or was live and cannot be exchanged for another one.',
  ],
  [
    'a version to a smaller one',
    withImages({ '1.2.0': image('a', 0) }),
    withImages({ '1.2.0': image('a', 0), '1.1.9': image('b', 0) }),
    'The new image version 1.1.9 is not greater than 1.2.0, which is or was live, so nobody would see it.',
  ],
  [
    'a public plan to a private one',
    goodOffer(),
    changed(goodOffer(), plan('restrictedAudience'), audience),
    'The plan "standard" is public and cannot become private.',
  ],
  [
    'the last plan away',
    goodOffer(),
    changed(goodOffer(), ['definition', 'plans'], []),
    '"Plans" needs at least 1 entry.',
  ],
  ['the last image away', goodOffer(), withImages({}), 'The plan "standard" has no image version.'],
  [
    'to a ninth version',
    withImages({ '1.0.0': image('a', 0) }),
    withImages(
      Object.fromEntries(
        Array.from({ length: 9 }, (_, minor) => [`1.${minor}.0`, image(minor ? `b${minor}` : 'a', 0)]),
      ),
    ),
    'The plan "standard" has 9 image versions; at most 8 are kept.',
  ],
];

describe('republishing cannot change', () => {
  it.each(forbidden)('%s', (_row, live, next, message) => {
    expect(told(live, next)).toContain(message);
  });
});

/** What stays allowed: prices fall, private plans open, the newest version goes back, regions come and go. */
const allowed: readonly [string, OfferDocument, OfferDocument][] = [
  ['a lower price', goodOffer(), changed(goodOffer(), single, 0.01)],
  ['a lower price of a service', service(), changed(service(), staged('pricing', 'monthly'), 39)],
  ['a private plan that opens', changed(goodOffer(), plan('restrictedAudience'), audience), goodOffer()],
  [
    'the newest version taken back, so that the one before is current again',
    withImages({ '1.0.0': image('a', 1), '1.1.0': image('b', 1) }),
    withImages({ '1.0.0': image('a', 1) }),
  ],
  [
    'a new signature for the same disk',
    goodOffer(),
    changed(
      goodOffer(),
      machine('vmImages', '1.0.0', 'osVhdUrl'),
      diskUrl('web-1.0.0').replace('CANARY', 'OTHER'),
    ),
  ],
  ['a country more', changed(goodOffer(), plan('regions'), ['US']), goodOffer()],
];

describe('republishing may bring', () => {
  it.each(allowed)('%s', (_row, live, next) => {
    expect(told(live, next)).toEqual([]);
  });
});

const noPlan = (document: OfferDocument): OfferDocument => changed(document, plan('planId'), 'another-plan');
const twoImages = withImages({ '1.0.0': image('a', 1), '1.1.0': image('b', 1) });
const priced = (individually: unknown): OfferDocument =>
  changed(goodOffer(), plan('virtualMachinePricingV2', 'coreMultiplier'), { currency: 'USD', individually });

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
  const without = monthly({ regionPrices: {} });

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

  it('counts as taken off when it is not among the countries of the plan, or switched off', () => {
    const off = monthly({ regionPrices: { DE: { currency: 'EUR', enabled: false, price: 45 } } });
    const elsewhere = changed(once, plan('regions'), ['US']);

    for (const live of [off, elsewhere])
      expect(told(live, monthly({ regionPrices: inGermany(50) }), [once])).toHaveLength(1);
  });
});

it('warns when a live plan is gone: its id is for ever', () => {
  const next = changed(goodOffer(), plan('planId'), 'renamed');

  const findings = validateOffer(next, { now, trustedOrigins: [], previous: goodOffer() });

  expect(findings.map((finding) => findingText(finding, 'en').message)).toEqual([
    'The live plan "standard" is not in this version: nobody can buy it any more once this is live.',
  ]);
});
