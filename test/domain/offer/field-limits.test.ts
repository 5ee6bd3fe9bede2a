import { findingText } from '../../../src/domain/text/findings/findings';
import type { Path } from '../../../src/domain/offer/walk';
import { changed, diskUrl, goodOffer, machine, market, plan, pointer } from './good-offer';
import { findingsOf, guid, long, many, requiredTexts } from './read-cases';

type Case = readonly [what: string, place: Path, value: unknown, ruleId: string | undefined];

const requiredContacts = [
  'engineeringContactName',
  'supportContactEmail',
  'supportContactPhone',
  'privacyURL',
];

const limits: readonly Case[] = [
  ...[...requiredTexts, ...requiredContacts].map((name): Case => [
    `no ${name}`,
    market(name),
    undefined,
    'offer.field-missing',
  ]),
  ['a title of blanks', market('title'), '   ', 'offer.field-missing'],
  ['a title of null', market('title'), null, 'offer.field-missing'],
  ['a title that is a number', market('title'), 7, 'offer.field-type'],
  ['a title of 50', market('title'), long(50), undefined],
  ['a title of 51', market('title'), long(51), 'offer.field-too-long'],
  ['a title of 50 letters with accents of their own', market('title'), 'e\u0301'.repeat(50), undefined],
  ['a title of 50 flags', market('title'), '🇩🇪'.repeat(50), undefined],
  ['a title of 51 flags', market('title'), '🇩🇪'.repeat(51), 'offer.field-too-long'],
  ['a summary of 100', market('summary'), long(100), undefined],
  ['a summary of 101', market('summary'), long(101), 'offer.field-too-long'],
  ['a long summary of 256', market('longSummary'), long(256), undefined],
  ['a long summary of 257', market('longSummary'), long(257), 'offer.field-too-long'],
  ['a description of 3000', market('description'), long(3000), undefined],
  ['a description of 3001', market('description'), long(3001), 'offer.field-too-long'],
  ['a marketing id of 50', market('offerMarketingUrlIdentifier'), long(50), undefined],
  ['a marketing id of 51', market('offerMarketingUrlIdentifier'), long(51), 'offer.marketing-id-invalid'],
  ['an empty marketing id', market('offerMarketingUrlIdentifier'), '', undefined],
  ['no preview subscription', market('allowedSubscriptions'), [], 'offer.list-empty'],
  ['100 subscriptions', market('allowedSubscriptions'), many(100, guid), undefined],
  ['101 subscriptions', market('allowedSubscriptions'), many(101, guid), 'offer.list-too-long'],
  ['two categories', market('categories'), ['a', 'b'], undefined],
  ['three categories', market('categories'), ['a', 'b', 'c'], 'offer.list-too-long'],
  ['three mapped categories', market('categoryMap'), many(3, { categoryL1: 'a' }), 'offer.list-too-long'],
  ['five screenshots', market('screenshots'), many(5, 'https://h.com/a.png'), undefined],
  ['six screenshots', market('screenshots'), many(6, 'https://h.com/a.png'), 'offer.list-too-long'],
  [
    'a screenshot with a caption',
    market('screenshots'),
    [{ url: 'https://h.com/a', caption: 'c' }],
    undefined,
  ],
  ['a logo that is no URL', market('smallLogo'), 'testURI.com', 'offer.url-invalid'],
  ['a script for a URL', market('privacyURL'), 'javascript:alert(1)', 'offer.url-invalid'],
  ['no support address', market('publicAzureSupportUrl'), '', undefined],
  ['an e-mail address without @', market('supportContactEmail'), 'sam', 'offer.email-invalid'],
  ['notification addresses', market('leadNotificationEmails'), 'a@b.com; c@d.com', undefined],
  ['a broken notification address', market('leadNotificationEmails'), 'a@b.com, c', 'offer.email-invalid'],
  ['no plan', ['definition', 'plans'], [], 'offer.list-empty'],
  ['a plan id of 50', plan('planId'), long(50), undefined],
  ['a plan id of 51', plan('planId'), long(51), 'offer.plan-id-invalid'],
  ['a plan id that ends in -', plan('planId'), 'plan-', 'offer.plan-id-invalid'],
  ['a plan id in capitals', plan('planId'), 'Plan', 'offer.plan-id-invalid'],
  ['a plan title of 50', machine('skuTitle'), long(50), undefined],
  ['a plan title of 51', machine('skuTitle'), long(51), 'offer.field-too-long'],
  ['a plan summary of 101', machine('skuSummary'), long(101), 'offer.field-too-long'],
  ['no plan description', machine('skuDescription'), undefined, 'offer.field-missing'],
  ['another operating system', machine('operatingSystemFamily'), 'BeOS', 'offer.choice-unknown'],
  ['no operating system', machine('operatingSystemFamily'), undefined, 'offer.field-missing'],
  ['six sizes', machine('recommendedVMSizes'), many(6, 'a0'), undefined],
  ['seven sizes', machine('recommendedVMSizes'), many(7, 'a0'), 'offer.list-too-long'],
  ['no cloud', machine('cloudAvailability'), [], 'offer.list-empty'],
  ['no OS disk', machine('vmImages', '1.0.0', 'osVhdUrl'), '', 'offer.field-missing'],
  ['no images', machine('vmImages'), undefined, 'offer.field-missing'],
  [
    '17 data disks',
    machine('vmImages', '1.0.0', 'lunVhdDetails'),
    many(17, { lun: 0, vhdUrl: diskUrl('d') }),
    'offer.list-too-long',
  ],
  ['no definition of byol', plan('virtualMachinePricingV2', 'isByol'), 'yes', 'offer.field-type'],
  [
    'a negative price',
    plan('virtualMachinePricingV2', 'coreMultiplier', 'single'),
    -1,
    'offer.number-out-of-range',
  ],
  [
    'a currency of four letters',
    plan('virtualMachinePricingV2', 'coreMultiplier', 'currency'),
    'EURO',
    'offer.currency-invalid',
  ],
  ['an offer id with a dot', ['id'], 'linux.vm', 'offer.id-invalid'],
];

describe('limits of single fields', () => {
  it.each(limits)('%s', (_what, place, value, ruleId) => {
    const document = changed(goodOffer(), place, value);

    const findings = findingsOf(document);

    const expected = ruleId === undefined ? [] : [[ruleId, pointer(place)]];
    expect(findings.map((finding) => [finding.ruleId, finding.target.pointer])).toEqual(expected);
    for (const finding of findings) expect(findingText(finding, 'en').message).not.toMatch(/[{}]/);
  });

  it.each([
    ['an entry of a list', market('allowedSubscriptions', 1), 'not-a-guid', 'offer.guid-invalid'],
    ['a link inside the list of links', market('usefulLinks', 0, 'linkUrl'), 'nowhere', 'offer.url-invalid'],
    ['a port', machine('openPorts', 0, 'portRange'), '80-70000', 'offer.port-range-invalid'],
    ['a port range backwards', machine('openPorts', 0, 'portRange'), '90-80', 'offer.port-range-invalid'],
    ['a country', plan('regions', 2), 'Brazil', 'offer.country-invalid'],
    [
      'a subcategory list',
      market('categoryMap', 0, 'categoryL2-compute'),
      ['a', 'b', 'c'],
      'offer.subcategories-too-many',
    ],
  ] as const)('points into a list: %s', (_what, place, value, ruleId) => {
    expect(findingsOf(changed(goodOffer(), place, value))).toMatchObject([
      { ruleId, target: { pointer: pointer(place) } },
    ]);
  });

  it('says how long a text is as people count its characters', () => {
    const [finding] = findingsOf(changed(goodOffer(), market('title'), '👩‍👩‍👧'.repeat(51)));

    expect(finding).toMatchObject({ params: { limit: 50, length: 51 }, expected: '<= 50' });
  });

  it('says how long a text is and may be, and of which plan it is', () => {
    expect(findingsOf(changed(goodOffer(), machine('skuTitle'), long(57)))).toEqual([
      {
        ruleId: 'offer.field-too-long',
        severity: 'error',
        params: { field: 'skuTitle', limit: 50, length: 57 },
        target: { plan: 'standard', pointer: pointer(machine('skuTitle')) },
        expected: '<= 50',
        actual: long(57),
      },
    ]);
  });
});
