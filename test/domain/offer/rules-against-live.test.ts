import type { OfferDocument } from '../../../src/domain/offer/document';
import { valueAt } from '../../../src/domain/offer/pointer';
import { maskSecrets } from '../../../src/domain/offer/secrets';
import { changed, diskUrl, plan } from './good-offer';
import { image, live, price, rulesOf, validate, withImages, wordsOf } from './validated';

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
