import type { OfferDocument } from '../../../src/domain/offer/document';
import { validateOffer } from '../../../src/domain/offer/validate-offer';
import type { Path } from '../../../src/domain/offer/walk';
import { goodManaged } from './good-application';
import { changed, goodOffer, now, plan, pointer } from './good-offer';
import { inGermany, monthly, sold } from './updates';

const sheetUrl = 'https://contoso.blob.core.windows.net/prices/prices.xlsx?sv=2020-10-02&sig=CANARY%3D';
const sheetOf = (block: string): Path => plan(block, 'spreadSheetPricing');
const countryOf = (country: string): Path => plan('virtualMachinePricingV2', 'regionPrices', country);

const told = (document: OfferDocument): readonly (readonly [string, string | undefined])[] =>
  validateOffer(document, { now, trustedOrigins: [] })
    .filter(({ severity }) => severity === 'error')
    .map(({ ruleId, target }) => [ruleId, target.pointer]);

/** A block of prices whose only price stands in a sheet. */
const inSheet = (document: OfferDocument, block: string, sheet: unknown): OfferDocument =>
  changed(document, plan(block), { isByol: false, spreadSheetPricing: sheet });

describe('a price sheet', () => {
  it.each<[string, OfferDocument, string]>([
    ['virtual machine', goodOffer(), 'virtualMachinePricingV2'],
    ['virtual machine, older block', goodOffer(), 'virtualMachinePricing'],
    ['application', goodManaged(), 'monthlyPricingV2'],
  ])('is refused at its place: %s', (_type, document, block) => {
    const priced = inSheet(document, block, { uri: sheetUrl });

    expect(told(priced)).toEqual([['offer.price-sheet-unread', pointer(sheetOf(block))]]);
  });

  it.each<[string, unknown]>([
    ['beside prices that can be read', { uri: sheetUrl }],
    ['as a bare address', sheetUrl],
    ['of another form', { url: sheetUrl }],
  ])('is refused %s, and its signature is not told', (_name, sheet) => {
    const priced = changed(goodOffer(), sheetOf('virtualMachinePricingV2'), sheet);

    const findings = validateOffer(priced, { now, trustedOrigins: [] });

    expect(findings.map(({ ruleId }) => ruleId)).toContain('offer.price-sheet-unread');
    expect(JSON.stringify(findings)).not.toContain('CANARY');
  });

  it.each<[string, unknown]>([
    ['empty', {}],
    ['null', null],
    ['without an address', { uri: '' }],
    ['with an address of nothing', { uri: null }],
  ])('is none when it is %s, as exported offers have it', (_name, sheet) => {
    expect(told(changed(goodOffer(), sheetOf('virtualMachinePricingV2'), sheet))).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['empty', {}],
    ['without an address', { uri: '' }],
    ['with an address of nothing', { uri: null }],
  ])('is no price when it is %s', (_name, sheet) => {
    const block = 'virtualMachinePricingV2';

    expect(told(inSheet(goodOffer(), block, sheet))).toEqual([
      ['offer.price-missing', pointer(plan(block, 'coreMultiplier'))],
    ]);
  });

  it('moves no live plan past the rules of its prices', () => {
    const next = inSheet(goodOffer(), 'virtualMachinePricingV2', { uri: sheetUrl });

    const findings = validateOffer(next, { now, trustedOrigins: [], previous: goodOffer() });

    expect(findings.map(({ ruleId }) => ruleId)).toContain('offer.price-sheet-unread');
  });
});

describe('the price of a country', () => {
  it.each<[string, string, unknown]>([
    ['without a currency', 'DE', { single: 0.01 }],
    ['in a currency of another form', 'DE', { currency: 'euro', single: 0.01 }],
    ['in a list of currencies', 'DE', { currency: ['EUR'], single: 0.01 }],
    ['in words', 'DE', { currency: 'EUR', single: '0.01' }],
    ['below nothing', 'DE', { currency: 'EUR', single: -1 }],
    ['that is missing', 'DE', { currency: 'EUR' }],
    ['for a size nobody sells', 'DE', { currency: 'EUR', individually: { '5core': 1 } }],
    ['of a size, in words', 'DE', { currency: 'EUR', individually: { '4core': '1' } }],
    ['for cores and for sizes', 'DE', { currency: 'EUR', single: 1, individually: { '4core': 1 } }],
    ['twice', 'DE', { currency: 'EUR', single: 1, price: 2 }],
    ['in a list', 'DE', [0.01]],
    ['as a bare number', 'DE', 0.01],
    ['of a country that is none', 'Germany', { currency: 'EUR', single: 0.01 }],
  ])('%s is refused at its place', (_name, country, entry) => {
    expect(told(sold({ [country]: entry }))).toEqual([
      ['offer.region-price-unread', pointer(countryOf(country))],
    ]);
  });

  it('is refused once: a country whose price nobody can read is not said to pay that of all countries', () => {
    const [live, next] = [sold({ DE: { currency: 'EUR', single: 0.01 } }), sold({ DE: { currency: 'EUR' } })];

    const findings = validateOffer(next, { now, trustedOrigins: [], previous: live });

    expect(findings.map(({ ruleId }) => ruleId)).toEqual(['offer.region-price-unread']);
  });

  it('is refused as a whole when it is no table', () => {
    const document = changed(goodOffer(), plan('virtualMachinePricingV2', 'regionPrices'), 'prices.csv');

    expect(told(document)).toEqual([
      ['offer.region-price-unread', pointer(plan('virtualMachinePricingV2', 'regionPrices'))],
    ]);
  });

  it.each<[string, OfferDocument]>([
    ['one a core', sold({ DE: { currency: 'EUR', single: 0.01, individually: {} } })],
    ['one a size', sold({ DE: { currency: 'EUR', single: null, individually: { '4core': 0.1 } } })],
    ['one a month', monthly({ regionPrices: inGermany(45) })],
    ['none, where the plan is not sold', sold({ DE: { enabled: false } })],
    ['none at all', changed(goodOffer(), plan('virtualMachinePricingV2', 'regionPrices'), null)],
  ])('may be %s', (_name, document) => {
    expect(told(document)).toEqual([]);
  });

  it.each<[string, object]>([
    ['where every country is switched off', { DE: { enabled: false } }],
    ['of countries in which the plan is not sold', { CL: { currency: 'CLP', single: 9 } }],
  ])('is none %s', (_name, regionPrices) => {
    const block = { isByol: false, regionPrices };

    expect(told(changed(goodOffer(), plan('virtualMachinePricingV2'), block))).toEqual([
      ['offer.price-missing', pointer(plan('virtualMachinePricingV2', 'coreMultiplier'))],
    ]);
  });
});
