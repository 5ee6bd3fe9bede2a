import type { OfferDocument } from '../../../src/domain/offer/document';
import { application, goodApplication, goodManaged, packageUrl } from './good-application';
import { changed, diskUrl, goodOffer, machine, plan } from './good-offer';
import { goodStaged, staged } from './good-staged';
import {
  told,
  image,
  withImages,
  withPackages,
  single,
  service,
  audience,
  sold,
  hourly,
  usd,
  monthly,
  inGermany,
} from './updates';

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
    'the price in one country, by writing it down for sizes instead of cores',
    sold({ DE: { currency: 'EUR', single: 0.01 } }),
    sold({ DE: hourly(0.06) }),
    'The price of the live plan "standard" (DE, 4core) rises from 0.04 to 0.06; it can only fall.',
  ],
  [
    'the price in one country, by writing it down for cores instead of sizes',
    sold({ DE: hourly(0.04) }),
    sold({ DE: { currency: 'EUR', single: 0.05 } }),
    'The price of the live plan "standard" (DE) rises from 0.01 to 0.05; it can only fall.',
  ],
  [
    'the price in one country, by falling back to the dearer one of all countries',
    sold({ US: { currency: 'USD', single: 0.01 } }),
    goodOffer(),
    'The price of the live plan "standard" (US) rises from 0.01 to 0.02; it can only fall.',
  ],
  [
    'the currency of one country, by falling back to the price of all countries',
    sold({ DE: { currency: 'EUR', individually: { '1core': 9, '2core': 9 } } }),
    goodOffer(),
    'The currency of the live plan "standard" cannot change from EUR to USD.',
  ],
  [
    'the currency of one country, by giving it a price of its own',
    goodOffer(),
    sold({ DE: { currency: 'EUR', single: 0.02 } }),
    'The currency of the live plan "standard" cannot change from USD to EUR.',
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
    'the price by the month in one country, by falling back to the dearer one of all countries',
    monthly({ regionPrices: { DE: usd(45) } }),
    monthly({ regionPrices: {} }),
    'The price of the live plan "standard" (DE) rises from 45 to 49; it can only fall.',
  ],
  [
    'the price by the month everywhere, by giving one country a dearer one of its own',
    monthly({}),
    monthly({ regionPrices: { DE: usd(59) } }),
    'The price of the live plan "standard" (DE) rises from 49 to 59; it can only fall.',
  ],
  [
    'the price of one size in one country, by falling back to the dearer one of all countries',
    sold({ US: { currency: 'USD', individually: { '4core': 0.04, '8core': 0.08 } } }),
    sold({ US: hourly(0.04, 'USD') }),
    'The price of the live plan "standard" (US, 8core) rises from 0.08 to 0.16; it can only fall.',
  ],
  [
    'the price in one country, by writing it down for one size only',
    sold({ US: usd(0.01) }),
    sold({ US: hourly(0.03, 'USD') }),
    'The price of the live plan "standard" (US) rises from 0.01 to 0.02; it can only fall.',
  ],
  [
    'a price in one country that went live before what nobody can read was refused',
    sold({ DE: { single: 0.01 } }),
    sold({ DE: { currency: 'EUR', single: 0.02 } }),
    'The price of the live plan "standard" (DE) rises from 0.01 to 0.02; it can only fall.',
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
    'a package’s version to a smaller one',
    withPackages('1.2.0'),
    withPackages('1.2.0', '1.1.9'),
    'The new package version 1.1.9 is not greater than 1.2.0, which is or was live, so nobody would see it.',
  ],
  [
    'a public plan of an application to a private one',
    goodApplication(),
    changed(goodApplication(), plan('restrictedAudience'), audience),
    'The plan "standard" is public and cannot become private.',
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
  [
    'the last package away',
    withPackages('1.0.0'),
    withPackages(),
    'The plan "standard" has no package version.',
  ],
  [
    'to a ninth version of the package',
    withPackages('1.0.0'),
    withPackages(...Array.from({ length: 9 }, (_, minor) => `1.${minor}.0`)),
    'The plan "standard" has 9 package versions; at most 8 are kept.',
  ],
];

describe('republishing cannot change', () => {
  it.each(forbidden)('%s', (_row, live, next, message) => {
    expect(told(live, next)).toContain(message);
  });
});
