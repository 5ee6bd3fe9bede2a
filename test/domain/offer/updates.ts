import type { OfferDocument } from '../../../src/domain/offer/document';
import { coreBuckets, coresOf } from '../../../src/domain/offer/prices';
import { validateOffer } from '../../../src/domain/offer/validate-offer';
import { findingText } from '../../../src/domain/text/findings/findings';
import type { Path } from '../../../src/domain/offer/walk';
import { application, goodApplication, goodManaged, packageUrl } from './good-application';
import { changed, diskUrl, goodOffer, machine, now, plan } from './good-offer';
import { goodStaged } from './good-staged';

/** What a publisher reads when this follows on that, errors only. */
export const told = (
  live: OfferDocument,
  next: OfferDocument,
  earlier: readonly OfferDocument[] = [],
): readonly string[] =>
  validateOffer(next, { now, trustedOrigins: [], previous: live, earlier })
    .filter(({ severity }) => severity === 'error')
    .map((finding) => findingText(finding, 'en').message);

const images = machine('vmImages');
export const image = (name: string, disks: number): unknown => ({
  osVhdUrl: diskUrl(name),
  lunVhdDetails: Array.from({ length: disks }, (_, lun) => ({ lun, vhdUrl: diskUrl(`${name}-${lun}`) })),
});
export const withImages = (versions: Readonly<Record<string, unknown>>): OfferDocument =>
  changed(goodOffer(), images, versions);
export const withPackages = (...versions: readonly string[]): OfferDocument =>
  changed(
    goodApplication(),
    application('package'),
    Object.fromEntries(
      versions.map((version) => [version, { packageVersion: { packageFile: packageUrl(version) } }]),
    ),
  );
export const single: Path = plan('virtualMachinePricingV2', 'coreMultiplier', 'single');
export const service = goodStaged['developer-service'];
export const audience = {
  manualEntries: [{ type: 'subscriptionId', id: 'c0ffee00-0001-4000-8000-000000000001' }],
};

const byCountry: Path = plan('virtualMachinePricingV2', 'regionPrices');
export const sold = (prices: Readonly<Record<string, unknown>>): OfferDocument =>
  changed(goodOffer(), byCountry, prices);
export const hourly = (amount: number, currency = 'EUR'): unknown => ({
  currency,
  individually: { '4core': amount },
});
export const usd = (single: number): unknown => ({ currency: 'USD', single });
export const eachSize = (aCore: number): Readonly<Record<string, number>> =>
  Object.fromEntries(coreBuckets.map((size) => [size, aCore * coresOf(size)]));
const monthlyKey = plan('monthlyPricingV2');
export const monthly = (fields: Readonly<Record<string, unknown>>): OfferDocument =>
  changed(goodManaged(), monthlyKey, { multiplier: { currency: 'USD', single: 49 }, ...fields });
export const inGermany = (price: number): unknown => ({ DE: { currency: 'EUR', enabled: true, price } });
