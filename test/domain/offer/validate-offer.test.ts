import fc from 'fast-check';
import { type Finding, judge } from '../../../src/domain/certification/finding';
import type { OfferDocument } from '../../../src/domain/offer/document';
import { valueAt } from '../../../src/domain/offer/pointer';
import { maskSecrets } from '../../../src/domain/offer/secrets';
import { validateOffer } from '../../../src/domain/offer/validate-offer';
import { findingText } from '../../../src/domain/text/findings';
import type { Path } from '../../../src/domain/offer/walk';
import { changed, diskUrl, goodOffer, machine, market, now, plan, pointer } from './good-offer';
import vmConfig from './cpp/vm-config.json';

const validate = (document: OfferDocument, previous?: OfferDocument): readonly Finding[] =>
  validateOffer(document, { now, trustedOrigins: [], ...(previous === undefined ? {} : { previous }) });

const rulesOf = (findings: readonly Finding[]): readonly string[] => findings.map(({ ruleId }) => ruleId);
const wordsOf = (finding: Finding): string => Object.values(findingText(finding, 'en')).join(' ');
const image = (name: string, disks = 0): Record<string, unknown> => ({
  osVhdUrl: diskUrl(name),
  lunVhdDetails: Array.from({ length: disks }, (_, lun) => ({ lun, vhdUrl: diskUrl(`${name}-${lun}`) })),
});
const withImages = (images: Record<string, unknown>): OfferDocument =>
  changed(goodOffer(), machine('vmImages'), images);
const price = (core: unknown, byol = false): OfferDocument =>
  changed(goodOffer(), plan('virtualMachinePricingV2'), { isByol: byol, coreMultiplier: core });

describe('validateOffer', () => {
  it('finds nothing wrong with a good offer, live already or not', () => {
    expect(validate(goodOffer())).toEqual([]);
    expect(validate(goodOffer(), goodOffer())).toEqual([]);
  });

  it('finds the empty disk URL of a real client, and nothing else but what only newer portals ask for', () => {
    expect(validate(vmConfig)).toEqual([
      {
        ruleId: 'offer.field-missing',
        severity: 'error',
        params: { field: 'osVhdUrl' },
        target: {
          plan: 'contososkuidentifier',
          pointer: '/definition/plans/0/microsoft-azure-virtualmachines.vmImages/1.0.1/osVhdUrl',
        },
        actual: '',
      },
    ]);
  });

  it('tells every private link of a text, and each once', () => {
    const links = ['localhost', '10.0.0.1', 'localhost'].map((host) => `<a href="https://${host}/">Read</a>`);
    const document = changed(goodOffer(), market('description'), `<p>${links.join(' ')}</p>`);

    const found = validate(document).filter(({ ruleId }) => ruleId === 'listing.link.private');

    expect(found.map(({ actual }) => actual)).toEqual(['https://localhost/', 'https://10.0.0.1/']);
  });

  it('reports shape, rules and signatures together', () => {
    const document = [
      [market('title'), ''],
      [market('termsOfUse'), ''],
      [machine('osType'), ''],
      [
        machine('vmImages', '1.0.0', 'osVhdUrl'),
        'https://contoso.blob.core.windows.net/vhds/web.vhd?sig=CANARY',
      ],
    ].reduce((before, [place, value]) => changed(before, place as Path, value), goodOffer());

    const findings = validate(document);

    expect(rulesOf(findings)).toEqual(expect.arrayContaining(['sas.start', 'sas.resource.container']));
    expect(findings.filter(({ ruleId }) => ruleId === 'offer.field-missing')).toHaveLength(3);
    expect(JSON.stringify(findings)).not.toContain('CANARY');
  });

  it('judges what the offer says to customers, and lets pass what a machine cannot be sure of', () => {
    const title = validate(changed(goodOffer(), market('title'), 'Contoso 🚀'));
    const summary = validate(changed(goodOffer(), market('summary'), 'Coming soon'));

    expect([rulesOf(title), judge(title)]).toEqual([['listing.title.emoji'], 'failed']);
    expect([rulesOf(summary), judge(summary)]).toEqual([['listing.text.promise'], 'passed']);
  });

  it('points a signature finding at the disk and its plan', () => {
    const path = machine('vmImages', '1.0.0', 'osVhdUrl');
    const blob = 'https://contoso.blob.core.windows.net/vhds/web.vhd';

    const [finding] = validate(changed(goodOffer(), path, blob));

    expect(finding?.target).toEqual({ plan: 'standard', pointer: pointer(path) });
  });
});

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

const live = withImages({ '1.0.0': image('a'), '1.2.0': image('b') });
const secondPlan = changed(live, ['definition', 'plans', 1], {
  ...(valueAt(live, '/definition/plans/0') as object),
  planId: 'other',
  'microsoft-azure-virtualmachines.skuTitle': 'Other',
});
const audience = { manualEntries: [{ type: 'subscriptionId', id: 'c0ffee00-0001-4000-8000-000000000001' }] };

type LiveCase = readonly [
  what: string,
  document: OfferDocument,
  previous: OfferDocument,
  rules: readonly string[],
];

const liveCases: readonly LiveCase[] = [
  [
    'a greater version',
    withImages({ '1.0.0': image('a'), '1.2.0': image('b'), '1.10.0': image('c') }),
    live,
    [],
  ],
  ['the oldest version dropped', withImages({ '1.2.0': image('b'), '1.3.0': image('c') }), live, []],
  ['the newest version taken back', withImages({ '1.0.0': image('a') }), live, []],
  [
    'a version in between',
    withImages({ '1.0.0': image('a'), '1.1.0': image('c'), '1.2.0': image('b') }),
    live,
    ['offer.image-version-not-greater'],
  ],
  [
    'a new signature for a live disk',
    withImages({ '1.0.0': image('a'), '1.2.0': { osVhdUrl: `${diskUrl('b')}x` } }),
    live,
    [],
  ],
  [
    'another disk under a live version',
    withImages({ '1.0.0': image('a'), '1.2.0': image('c') }),
    live,
    ['offer.live-image-changed'],
  ],
  [
    'another number of data disks',
    withImages({ '1.2.0': image('b'), '1.3.0': image('c', 1) }),
    live,
    ['offer.data-disk-count-changed'],
  ],
  ['a new plan', secondPlan, live, []],
  ['a live plan gone', live, secondPlan, ['offer.live-plan-removed']],
  [
    'a public plan made private',
    changed(live, plan('restrictedAudience'), audience),
    live,
    ['offer.plan-made-private'],
  ],
  ['a private plan made public', live, changed(live, plan('restrictedAudience'), audience), []],
  ['a lower price', price({ currency: 'USD', single: 1 }), price({ currency: 'USD', single: 2 }), []],
  [
    'a higher price',
    price({ currency: 'USD', single: 2 }),
    price({ currency: 'USD', single: 1 }),
    ['offer.price-raised'],
  ],
  [
    'a higher price, written by size',
    price({ currency: 'USD', individually: { '4core': 5 } }),
    price({ currency: 'USD', single: 1 }),
    ['offer.price-raised'],
  ],
  [
    'the same price, written by size',
    price({ currency: 'USD', individually: { '4core': 4 } }),
    price({ currency: 'USD', single: 1 }),
    [],
  ],
  [
    'the same price, written a core: multiplying it by cores rounds',
    price({ currency: 'USD', single: 0.07 }),
    price({ currency: 'USD', individually: { '6core': 0.42 } }),
    [],
  ],
  [
    'another currency',
    price({ currency: 'EUR', single: 1 }),
    price({ currency: 'USD', single: 1 }),
    ['offer.currency-changed'],
  ],
  [
    'an own licence now',
    price(null, true),
    price({ currency: 'USD', single: 1 }),
    ['offer.billing-model-changed'],
  ],
  ['another offer id', changed(live, ['id'], 'windows-vm'), live, ['offer.identity-changed']],
  ['another publisher', changed(live, ['publisherId'], 'fabrikam'), live, ['offer.identity-changed']],
];

describe('rules against the live version', () => {
  it.each(liveCases)('%s', (_what, document, previous, rules) => {
    const findings = validate(document, previous);

    expect(rulesOf(findings)).toEqual(rules);
    for (const finding of findings) expect(wordsOf(finding)).not.toMatch(/[{}]/);
  });

  it('needs no secrets of the live version', () => {
    expect(validate(live, maskSecrets(live))).toEqual([]);
  });

  it('only warns of a plan that is gone', () => {
    expect(validate(live, secondPlan)).toMatchObject([{ severity: 'warning', params: { plan: 'other' } }]);
  });
});

describe('hostile documents', () => {
  it('never throw, against any live version, and every pointer leads into the document or to what is missing', () => {
    const anything = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<unknown>;
    const places: readonly Path[] = [
      ['definition'],
      market('screenshots'),
      market('leadDestination'),
      market('httpsEndpointLeadConfiguration'),
      ['definition', 'plans'],
      plan(),
      plan('planId'),
      plan('restrictedAudience'),
      machine('vmImages'),
      machine('vmImages', '1.0.0'),
      machine('vmImages', '1.0.0', 'osVhdUrl'),
      machine('vmImages', '1.0.0', 'lunVhdDetails'),
      plan('virtualMachinePricingV2'),
      plan('virtualMachinePricingV2', 'coreMultiplier'),
      plan('virtualMachinePricingV2', 'coreMultiplier', 'individually'),
    ];

    fc.assert(
      fc.property(fc.constantFrom(...places), anything, fc.boolean(), (place, value, isLive) => {
        const strange = changed(goodOffer(), place, value);
        const findings = isLive ? validate(goodOffer(), strange) : validate(strange, goodOffer());

        for (const { target } of findings) expect(target.pointer ?? '').toMatch(/^(\/.*)?$/s);
        expect(JSON.stringify(findings)).not.toContain('CANARY');
      }),
      { numRuns: 300 },
    );
  });
});
