import { valueAt } from '../../../src/domain/offer/pointer';
import { readOffer } from '../../../src/domain/offer/read-offer';
import { maskSecrets, splitSecrets } from '../../../src/domain/offer/secrets';
import { changed, connectionString, diskUrl, goodOffer, machine, market, pointer } from './good-offer';
import { findingsOf } from './read-cases';

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
