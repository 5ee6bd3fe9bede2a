import type { OfferDocument } from '../../../src/domain/offer/document';
import { draftTemplate } from '../../../src/domain/offer/form/draft-template';
import { offerJsonSchema } from '../../../src/domain/offer/form/offer-json-schema';
import { formOf } from '../../../src/domain/offer/form/offer-forms-schema';
import { blocksOf } from '../../../src/domain/offer/form/sections';
import { kindOf, stagedKinds } from '../../../src/domain/offer/kind';
import { readOffer } from '../../../src/domain/offer/read-offer';
import { validateOffer } from '../../../src/domain/offer/validate-offer';
import type { Path } from '../../../src/domain/offer/walk';
import { scenariosOf } from '../../../src/domain/product-page/scenarios';
import { completed } from '../../../src/domain/publication/cpp/cpp-offer';
import { planPrices } from '../../../src/domain/product-page/plan-price';
import { productPageOf } from '../../../src/domain/product-page/product-page-of';
import { languages } from '../../../src/domain/text/language';
import { scenarioText } from '../../../src/domain/text/scenarios';
import { changed, machine, now, plan } from './good-offer';
import { goodStaged, servicePlan, staged } from './good-staged';

const found = (document: OfferDocument): readonly string[] =>
  validateOffer(document, { now, trustedOrigins: [] }).map(
    ({ ruleId, target }) => `${ruleId} ${target.pointer ?? ''}`,
  );

describe('an offer of the 2015 portal', () => {
  it.each(stagedKinds)('is complete as %s', (kind) => {
    expect(kindOf(goodStaged[kind]())).toBe(kind);
    expect(found(goodStaged[kind]())).toEqual([]);
  });

  it('says what it is before anything else counts', () => {
    const document = changed(
      goodStaged['developer-service'](),
      ['definition', 'offer', 'staged-offer.kind'],
      'x',
    );

    expect(found(document)).toContain('offer.choice-unknown /definition/offer/staged-offer.kind');
  });

  it.each<[string, Path, unknown, string]>([
    ['no endpoint', staged('endpoints'), [], 'offer.list-empty'],
    ['no endpoints at all', staged('endpoints'), undefined, 'offer.field-missing'],
    ['a nameless endpoint', staged('endpoints', 0, 'endpointName'), '', 'offer.field-missing'],
    ['an address that is none', staged('endpoints', 0, 'endpointUrl'), 'speech', 'offer.url-invalid'],
    [
      'plain http',
      staged('endpoints', 0, 'endpointUrl'),
      'http://speech.contoso.com/',
      'offer.url-not-https',
    ],
    [
      'an address inside',
      staged('endpoints', 1, 'endpointUrl'),
      'https://speech.internal/',
      'offer.url-not-public',
    ],
    [
      'a password in the address',
      staged('endpoints', 0, 'endpointUrl'),
      'https://me:hidden@speech.contoso.com/',
      'offer.url-has-credentials',
    ],
    ['no way of paying', staged('pricing'), undefined, 'offer.field-missing'],
    ['an unknown way of paying', staged('pricing', 'priceModel'), 'gold', 'offer.choice-unknown'],
    ['no amount', staged('pricing', 'monthly'), undefined, 'offer.field-missing'],
    ['no currency', staged('pricing', 'currency'), '', 'offer.field-missing'],
    ['a currency that is none', staged('pricing', 'currency'), 'dollars', 'offer.currency-invalid'],
    ['a negative price', staged('pricing', 'monthly'), -1, 'offer.number-out-of-range'],
    ['no title', staged('skuTitle'), '', 'offer.field-missing'],
  ])('is not complete as a service with %s', (_name, path, value, ruleId) => {
    const findings = found(changed(goodStaged['data-service'](), path, value));

    expect(findings.map((finding) => finding.split(' ')[0])).toEqual([ruleId]);
  });

  it('needs an image as a machine, and a package as a template', () => {
    const machineFound = found(changed(goodStaged['virtual-machine'](), machine('vmImages'), {}));
    const templateFound = found(
      changed(goodStaged['solution-template'](), plan('microsoft-azure-applications.package'), {}),
    );

    expect(machineFound).toEqual([
      'offer.image-missing /definition/plans/0/microsoft-azure-virtualmachines.vmImages',
    ]);
    expect(templateFound).toEqual([
      'offer.package-missing /definition/plans/0/microsoft-azure-applications.package',
    ]);
  });

  it('is asked for the plans of what it sells: a machine whose plans are a service’s lacks its image', () => {
    const document = changed(goodStaged['virtual-machine'](), plan(), servicePlan);

    expect(found(document)).toContain(
      'offer.field-missing /definition/plans/0/microsoft-azure-virtualmachines.vmImages',
    );
  });

  it('shows a service on its page with its endpoints and its price', () => {
    const document = goodStaged['developer-service']();
    const read = readOffer(document);
    if (read.kind !== 'read') throw new Error('a good offer is read');

    const page = productPageOf(read.offer, {
      images: [],
      digestOf: () => 'none',
      sanitise: (html) => html,
    });

    expect(page.plans).toEqual([
      {
        kind: 'service',
        planId: 'standard',
        title: 'Standard',
        summary: 'Speech to text, a million minutes a month',
        descriptionHtml: '<p>Send us sound, get text.</p>',
        endpoints: [
          { name: 'Speech', url: 'https://speech.contoso.com/v1' },
          { name: 'Status', url: 'https://status.contoso.com/' },
        ],
        documentationUrl: 'https://www.contoso.com/speech/docs',
      },
    ]);
    expect(planPrices(document).get('standard')).toEqual({ kind: 'monthly', amount: 49, currency: 'USD' });
  });

  it.each(stagedKinds)('begins as %s with a form of its own that names every gap', (kind) => {
    const form = formOf('staged-offer', kind);
    const draft = draftTemplate(form, {
      publisherId: 'contoso',
      offerId: 'new',
      offerType: 'staged-offer',
      kind,
    });

    expect(kindOf(draft)).toBe(kind);
    expect(found(draft).length).toBeGreaterThan(15);
    expect(found(draft).filter((finding) => finding.includes('choice-unknown'))).toEqual([]);
    expect(blocksOf(form, draft).map(({ node }) => node.label)).toContain('kind');
  });

  it('has one JSON Schema for all it may be', () => {
    const schema = offerJsonSchema('staged-offer', 'en') as { readonly anyOf: readonly unknown[] };

    expect(schema.anyOf).toHaveLength(3);
    expect(JSON.stringify(schema)).toContain('Address of the endpoint');
  });
});

describe('the scenarios to test', () => {
  it.each<[(typeof stagedKinds)[number], readonly string[]]>([
    [
      'virtual-machine',
      [
        'standard: create a virtual machine from version 1.0.0; it starts, and you can sign in.',
        'standard: what listens on ports 80, 443 answers from outside.',
      ],
    ],
    [
      'data-service',
      [
        'standard: order it as a new customer and get access.',
        'standard: call Speech (https://speech.contoso.com/v1) with a customer’s access; it answers. Without access it refuses.',
        'standard: call Status (https://status.contoso.com/) with a customer’s access; it answers. Without access it refuses.',
      ],
    ],
    [
      'solution-template',
      [
        'standard: deploy version 1.0.0 with its default values into an empty resource group.',
        'standard: use what was deployed, then delete the resource group; nothing is left.',
      ],
    ],
  ])('follow from what is sold: %s', (kind, tasks) => {
    expect(scenariosOf(goodStaged[kind]()).map((each) => scenarioText(each, 'en'))).toEqual(tasks);
  });

  it('are told in every language, and hold no secret', () => {
    const secret = changed(
      goodStaged['data-service'](),
      staged('endpoints', 0, 'endpointUrl'),
      'https://speech.contoso.com/v1?sig=CANARYCANARY',
    );

    for (const language of languages) {
      const texts = scenariosOf(secret).map((each) => scenarioText(each, language));
      expect(texts.join('\n')).not.toMatch(/CANARY|[{}]|undefined/);
    }
  });

  it('are none of other types, and none of a broken draft', () => {
    expect(scenariosOf({ ...goodStaged['virtual-machine'](), offerTypeId: 'other' })).toEqual([]);
    expect(scenariosOf({ offerTypeId: 'staged-offer', definition: { plans: [7, {}] } })).toEqual([]);
  });
});

it.each(stagedKinds)(
  'is completed for the Cloud Partner Portal’s API with nothing that %s does not have',
  (kind) => {
    const document = goodStaged[kind]();

    const whole = completed(document, 'staged-offer');

    const keys = Object.keys((whole.definition['plans'] as readonly object[])[0]!);
    expect(keys.some((key) => key.startsWith('microsoft-azure-virtualmachines.'))).toBe(
      kind === 'virtual-machine',
    );
    expect(found(whole)).toEqual([]);
    expect(completed(whole, 'staged-offer')).toEqual(whole);
  },
);
