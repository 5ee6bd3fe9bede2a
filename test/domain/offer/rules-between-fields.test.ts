import type { OfferDocument } from '../../../src/domain/offer/document';
import { valueAt } from '../../../src/domain/offer/pointer';
import { maskSecrets } from '../../../src/domain/offer/secrets';
import { validateOffer } from '../../../src/domain/offer/validate-offer';
import { changed, diskUrl, goodOffer, machine, market, now, plan } from './good-offer';
import { image, price, rulesOf, validate, withImages, wordsOf } from './validated';

type Case = readonly [what: string, document: OfferDocument, rules: readonly string[]];

const cases: readonly Case[] = [
  [
    'two plans of one id',
    changed(goodOffer(), ['definition', 'plans', 1], valueAt(goodOffer(), '/definition/plans/0')),
    ['offer.plan-id-repeated'],
  ],
  ['no terms of use', changed(goodOffer(), market('termsOfUse'), ' '), ['offer.field-missing']],
  [
    'no terms of use under the standard contract',
    changed(changed(goodOffer(), market('termsOfUse'), undefined), market('useEnterpriseContract'), true),
    [],
  ],
  [
    'a script in the description',
    changed(goodOffer(), market('description'), '<p>a<script>x</script>'),
    ['offer.html-not-simple'],
  ],
  [
    'an operating system under the Windows key',
    changed(changed(goodOffer(), machine('osType'), undefined), machine('windowsOSType'), 'Other'),
    [],
  ],
  ['a version of two numbers', withImages({ '1.0': image('a') }), ['offer.image-version-invalid']],
  ['no version', withImages({}), ['offer.image-missing']],
  [
    'eight versions',
    withImages(Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`1.${n}.0`, image(`v${n}`)]))),
    [],
  ],
  [
    'nine versions',
    withImages(Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => [`1.${n}.0`, image(`v${n}`)]))),
    ['offer.image-versions-too-many'],
  ],
  ['LUNs from 0 without gaps', withImages({ '1.0.0': image('a', 3) }), []],
  [
    'a LUN left out',
    withImages({ '1.0.0': { ...image('a'), lunVhdDetails: [{ lun: 1, vhdUrl: diskUrl('d') }] } }),
    ['offer.lun-out-of-order'],
  ],
  [
    'versions with different numbers of disks',
    withImages({ '1.0.0': image('a', 1), '1.1.0': image('b', 2) }),
    ['offer.data-disk-count-changed'],
  ],
  [
    'no price block',
    changed(
      changed(goodOffer(), plan('virtualMachinePricingV2'), undefined),
      plan('virtualMachinePricing'),
      undefined,
    ),
    ['offer.field-missing'],
  ],
  ['the older price block alone', changed(goodOffer(), plan('virtualMachinePricingV2'), undefined), []],
  ['no price', price(null), ['offer.price-missing']],
  ['no price with an own licence', price(null, true), []],
  ['prices by size', price({ currency: 'USD', individually: { sharedcore: 0, '416core': 9 } }), []],
  [
    'both ways of pricing',
    price({ currency: 'USD', single: 1, individually: { '1core': 1 } }),
    ['offer.price-ambiguous'],
  ],
  [
    'a size nobody sells',
    price({ currency: 'USD', individually: { '5core': 1 } }),
    ['offer.core-bucket-unknown'],
  ],
  [
    'a logo over http',
    changed(goodOffer(), market('smallLogo'), 'http://www.contoso.com/s.png'),
    ['offer.url-not-https'],
  ],
  [
    'a logo on an address',
    changed(goodOffer(), market('smallLogo'), 'https://10.0.0.7/s.png'),
    ['offer.url-not-public'],
  ],
  [
    'a logo on IPv6',
    changed(goodOffer(), market('smallLogo'), 'https://[::1]/s.png'),
    ['offer.url-not-public'],
  ],
  [
    'a logo on an octal address',
    changed(goodOffer(), market('smallLogo'), 'https://0177.1/s.png'),
    ['offer.url-not-public'],
  ],
  [
    'a logo inside',
    changed(goodOffer(), market('smallLogo'), 'https://metadata.internal/s.png'),
    ['offer.url-not-public'],
  ],
  [
    'a screenshot on this machine',
    changed(goodOffer(), market('screenshots', 0), 'https://localhost/s.png'),
    ['offer.url-not-public'],
  ],
  [
    'a logo with a password',
    changed(goodOffer(), market('smallLogo'), 'https://a:CANARY@contoso.com/s.png'),
    ['offer.url-has-credentials'],
  ],
  ['leads to an address inside', leadsTo('https://192.168.0.1/leads?code=CANARY'), ['offer.url-not-public']],
  ['leads to an endpoint', leadsTo('https://crm.contoso.com/leads?code=CANARY'), []],
  [
    'a mask of which nothing is stored',
    changed(goodOffer(), machine('vmImages', '1.0.0', 'osVhdUrl'), 'https://h.com/vhds/w.vhd?********'),
    ['offer.secret-missing'],
  ],
];

function leadsTo(httpsEndpointUrl: string): OfferDocument {
  const chosen = changed(goodOffer(), market('leadDestination'), 'HttpsEndpoint');
  return changed(chosen, market('httpsEndpointLeadConfiguration'), { httpsEndpointUrl });
}

describe('rules between fields', () => {
  it.each(cases)('%s', (_what, document, rules) => {
    const findings = validate(document);

    expect(rulesOf(findings)).toEqual(rules);
    for (const finding of findings) expect(wordsOf(finding)).not.toMatch(/[{}]/);
    expect(JSON.stringify(findings)).not.toContain('CANARY');
  });

  it('lets trusted origins be local and without https', () => {
    const document = changed(
      changed(goodOffer(), market('smallLogo'), 'http://127.0.0.1:10000/publisher/logos/s.png'),
      market('tableLeadConfiguration', 'storageAccountConnectionString'),
      'DefaultEndpointsProtocol=http;AccountName=publisher;AccountKey=Q0FOQVJZ;TableEndpoint=http://127.0.0.1:10002/publisher;',
    );

    const trusted = validateOffer(document, {
      now,
      trustedOrigins: ['http://127.0.0.1:10000', 'http://127.0.0.1:10002'],
    });

    expect(trusted).toEqual([]);
    expect(rulesOf(validate(document))).toEqual(['offer.url-not-https', 'offer.url-not-https']);
  });

  it('asks for every secret again when only masks are left', () => {
    const findings = validate(maskSecrets(goodOffer()));

    expect(rulesOf(findings)).toEqual(['offer.secret-missing', 'offer.secret-missing']);
  });
});
