import fc from 'fast-check';
import { judge } from '../../../src/domain/certification/finding';
import type { Path } from '../../../src/domain/offer/walk';
import { changed, goodOffer, machine, market, plan, pointer } from './good-offer';
import vmConfig from './cpp/vm-config.json';
import { rulesOf, validate } from './validated';

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
