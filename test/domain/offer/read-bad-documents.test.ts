import fc from 'fast-check';
import type { OfferDocument } from '../../../src/domain/offer/document';
import type { Path } from '../../../src/domain/offer/walk';
import { changed, goodOffer, machine, market, plan, pointer } from './good-offer';
import { findingsOf, long, requiredTexts } from './read-cases';

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
