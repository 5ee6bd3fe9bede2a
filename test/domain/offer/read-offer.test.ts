import fc from 'fast-check';
import type { OfferDocument } from '../../../src/domain/offer/document';
import { valueAt } from '../../../src/domain/offer/pointer';
import { readOffer } from '../../../src/domain/offer/read-offer';
import { maskSecrets, splitSecrets } from '../../../src/domain/offer/secrets';
import { findingText } from '../../../src/domain/text/findings';
import type { Path } from '../../../src/domain/offer/walk';
import { changed, connectionString, diskUrl, goodOffer, machine, market, plan, pointer } from './good-offer';

const findingsOf = (document: OfferDocument) => {
  const read = readOffer(document);
  return read.kind === 'read' ? [] : read.findings;
};

const long = (length: number): string => 'x'.repeat(length);
const many = (count: number, item: unknown): unknown[] => Array.from({ length: count }, () => item);
const guid = 'c0ffee00-0001-4000-8000-000000000001';

describe('a good document', () => {
  it('becomes the model that the rest of the product works with', () => {
    const read = readOffer(goodOffer());

    expect(read).toMatchObject({
      kind: 'read',
      offer: {
        publisherId: 'contoso',
        offerId: 'linux-vm',
        title: 'Contoso Linux Web Server',
        categories: ['compute', 'web'],
        terms: { kind: 'own' },
        support: { email: 'support@contoso.com', url: 'https://www.contoso.com/support' },
        plans: [
          {
            planId: 'standard',
            osFamily: 'Linux',
            osName: 'Debian 12',
            hidden: false,
            versions: [{ version: '1.0.0', osDisk: 'standard/1.0.0/os', dataDisks: [] }],
          },
        ],
        lead: {
          destination: 'AzureTable',
          configuration: { storageAccountConnectionString: connectionString },
        },
      },
    });
  });

  it.each([
    ['Debian 12', 'Debian', 'Debian 12'],
    ['', 'Debian', 'Debian'],
    [undefined, undefined, ''],
  ])('with the system %p of the kind %p calls it %p', (operationSystem, osType, osName) => {
    const document = changed(
      changed(goodOffer(), machine('operationSystem'), operationSystem),
      machine('osType'),
      osType,
    );

    const read = readOffer(document);

    expect(read.kind === 'read' && read.offer.plans[0]).toMatchObject({ osName });
  });

  it('names where each picture stands', () => {
    const document = goodOffer();
    const read = readOffer(document);
    const images = read.kind === 'read' ? read.offer.images : [];

    expect(images.map(({ role }) => role)).toEqual([
      'smallLogo',
      'mediumLogo',
      'largeLogo',
      'wideLogo',
      'screenshot-1',
    ]);
    for (const image of images) expect(valueAt(document, image.pointer)).toBe(image.url);
  });

  it('orders versions and disks, whatever order they were stored in', () => {
    const disks = [
      { lun: '1', vhdUrl: diskUrl('d1') },
      { lun: 0, vhdUrl: diskUrl('d0') },
    ];
    const images = {
      '1.10.0': { osVhdUrl: diskUrl('b'), lunVhdDetails: disks },
      '1.9.0': { osVhdUrl: diskUrl('a'), lunVhdDetails: disks },
    };

    const read = readOffer(changed(goodOffer(), machine('vmImages'), images));

    const shown = read.kind === 'read' ? read.offer.plans[0] : undefined;
    expect(shown && 'versions' in shown && shown.versions).toEqual(
      ['1.9.0', '1.10.0'].map((version) => ({
        version,
        osDisk: `standard/${version}/os`,
        dataDisks: [0, 1].map((lun) => ({ lun, artefactId: `standard/${version}/lun${lun}` })),
      })),
    );
  });

  it('may hold keys nobody knows', () => {
    const document = changed(changed(goodOffer(), ['x'], { y: 1 }), market('brandNew'), 'value');

    expect(readOffer(document).kind).toBe('read');
  });

  it('is read in its stored and in its masked form too', () => {
    const { document } = splitSecrets(goodOffer(), () => 'id');

    expect(readOffer(document).kind).toBe('read');
    expect(readOffer(maskSecrets(document)).kind).toBe('read');
  });
});

describe('the lead destination', () => {
  it.each([
    [undefined, 'None'],
    ['', 'None'],
    ['none', 'None'],
    ['TABLE', 'AzureTable'],
    ['azureTable', 'AzureTable'],
    ['HTTPSEndpoint', 'HttpsEndpoint'],
  ])('%p is %s', (written, destination) => {
    const endpoint = { httpsEndpointUrl: 'https://crm.contoso.com/leads?code=1' };
    const document = changed(
      changed(goodOffer(), market('leadDestination'), written),
      market('httpsEndpointLeadConfiguration'),
      endpoint,
    );

    const read = readOffer(document);

    expect(read.kind === 'read' && read.offer.lead.destination).toBe(destination);
  });

  it.each(['salesforce', 'Marketo', 'Dynamics', 'blob', 'email', 'carrier pigeon'])(
    'refuses %s by name, because it is not built',
    (written) => {
      expect(findingsOf(changed(goodOffer(), market('leadDestination'), written))).toEqual([
        expect.objectContaining({
          ruleId: 'offer.lead-destination-not-built',
          params: expect.objectContaining({ destination: written }),
          target: { pointer: pointer(market('leadDestination')) },
        }),
      ]);
    },
  );

  it('never repeats a connection string that is broken', () => {
    const path = market('tableLeadConfiguration', 'storageAccountConnectionString');

    const findings = findingsOf(changed(goodOffer(), path, 'AccountName=leads;AccountKey=CANARY;x'));

    expect(findings).toMatchObject([
      { ruleId: 'offer.connection-string-invalid', target: { pointer: pointer(path) }, actual: '********' },
    ]);
    expect(JSON.stringify(findings)).not.toContain('CANARY');
  });
});

type Case = readonly [what: string, place: Path, value: unknown, ruleId: string | undefined];

const requiredTexts = [
  'title',
  'summary',
  'longSummary',
  'description',
  'smallLogo',
  'mediumLogo',
  'largeLogo',
];
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

describe('all problems at once', () => {
  it('names every missing field of an empty offer', () => {
    const findings = findingsOf({ offerTypeId: 'microsoft-azure-virtualmachines' });

    const pointers = findings.map(({ target }) => target.pointer);
    expect(findings.every(({ ruleId }) => ruleId === 'offer.field-missing')).toBe(true);
    expect(pointers).toEqual(expect.arrayContaining(['/publisherId', '/id', '/definition/plans']));
    for (const name of requiredTexts) expect(pointers).toContain(pointer(market(name)));
    expect(new Set(pointers).size).toBe(pointers.length);
  });

  it('reports many faults in one answer', () => {
    const document = [
      [market('title'), long(60)],
      [market('privacyURL'), 'x'],
      [market('leadDestination'), 'salesforce'],
      [machine('skuTitle'), undefined],
      [market('allowedSubscriptions', 0), 'x'],
    ].reduce((before, [place, value]) => changed(before, place as Path, value), goodOffer());

    expect(
      findingsOf(document)
        .map(({ ruleId }) => ruleId)
        .toSorted(),
    ).toEqual([
      'offer.field-missing',
      'offer.field-too-long',
      'offer.guid-invalid',
      'offer.lead-destination-not-built',
      'offer.url-invalid',
    ]);
  });

  it('knows an offer type it cannot publish', () => {
    expect(findingsOf(changed(goodOffer(), ['offerTypeId'], 'cloud-services'))).toMatchObject([
      { ruleId: 'offer.type-unknown', target: { pointer: '/offerTypeId' }, actual: 'cloud-services' },
    ]);
  });
});

describe('hostile documents', () => {
  it('never throw, and their findings hold no secret', () => {
    const anything = fc.jsonValue({ maxDepth: 4 }) as fc.Arbitrary<unknown>;
    const places: readonly Path[] = [
      [],
      ['definition'],
      ['definition', 'offer'],
      ['definition', 'plans'],
      plan(),
      machine('vmImages'),
      machine('vmImages', '1.0.0'),
      machine('vmImages', '1.0.0', 'lunVhdDetails'),
      plan('virtualMachinePricingV2'),
      market('tableLeadConfiguration'),
      market('usefulLinks'),
    ];

    fc.assert(
      fc.property(fc.constantFrom(...places), anything, (place, value) => {
        const document = { ...changed(goodOffer(), place, value) };

        expect(JSON.stringify(findingsOf(document))).not.toContain('CANARY');
      }),
    );
  });

  it('are refused when they nest without end', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level += 1) deep = [deep];

    expect(findingsOf(changed({ definition: {} }, ['definition', 'deep'], 0))).not.toHaveLength(0);
    expect(findingsOf({ definition: deep })).toMatchObject([{ ruleId: 'offer.too-deep' }]);
  });

  it('cannot reach the prototype of anything', () => {
    const document = JSON.parse(
      '{"__proto__":{"polluted":1},"offerTypeId":"microsoft-azure-virtualmachines","definition":{"offer":{"__proto__":{"microsoft-azure-marketplace.title":"x"}},"plans":[{"__proto__":{"planId":"x"}}]}}',
    ) as OfferDocument;

    const pointers = findingsOf(document).map(({ target }) => target.pointer);

    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(pointers).toContain(pointer(market('title')));
    expect(pointers).toContain('/definition/plans/0/planId');
  });
});
