import type { OfferDocument } from '../../../src/domain/offer/document';
import { validateOffer } from '../../../src/domain/offer/validate-offer';
import { findingText } from '../../../src/domain/text/findings/findings';
import { changed, diskUrl, goodOffer, machine, now, plan } from './good-offer';
import { staged } from './good-staged';
import { told, image, withImages, single, service, audience, sold, hourly, eachSize } from './updates';

/** What stays allowed: prices fall, private plans open, the newest version goes back, regions come and go. */
const allowed: readonly [string, OfferDocument, OfferDocument][] = [
  ['a lower price', goodOffer(), changed(goodOffer(), single, 0.01)],
  ['a lower price of a service', service(), changed(service(), staged('pricing', 'monthly'), 39)],
  ['a private plan that opens', changed(goodOffer(), plan('restrictedAudience'), audience), goodOffer()],
  [
    'the newest version taken back, so that the one before is current again',
    withImages({ '1.0.0': image('a', 1), '1.1.0': image('b', 1) }),
    withImages({ '1.0.0': image('a', 1) }),
  ],
  [
    'a new signature for the same disk',
    goodOffer(),
    changed(
      goodOffer(),
      machine('vmImages', '1.0.0', 'osVhdUrl'),
      diskUrl('web-1.0.0').replace('CANARY', 'OTHER'),
    ),
  ],
  [
    'a price by country that falls in another form',
    sold({ DE: { currency: 'EUR', single: 0.01 } }),
    sold({ DE: { currency: 'EUR', individually: eachSize(0.0075) } }),
  ],
  [
    'a price by country as it was, in another form',
    sold({ DE: { currency: 'EUR', individually: { ...eachSize(0.1), '6core': 0.6 } } }),
    sold({ DE: { currency: 'EUR', single: 0.1 } }),
  ],
  [
    'a size of one country less, where all countries pay no more for it',
    sold({ US: { currency: 'USD', individually: { '4core': 0.04, '8core': 0.16 } } }),
    sold({ US: hourly(0.04, 'USD') }),
  ],
  [
    'a country with a price of its own less',
    sold({ US: { currency: 'USD', single: 0.01 } }),
    sold({ US: { currency: 'USD', enabled: false } }),
  ],
  ['a country more', changed(goodOffer(), plan('regions'), ['US']), goodOffer()],
  [
    'a country more, at any price of its own',
    changed(goodOffer(), plan('regions'), ['US']),
    sold({ DE: { currency: 'EUR', single: 0.5 } }),
  ],
];

describe('republishing may bring', () => {
  it.each(allowed)('%s', (_row, live, next) => {
    expect(told(live, next)).toEqual([]);
  });
});

it('warns when a live plan is gone: its id is for ever', () => {
  const next = changed(goodOffer(), plan('planId'), 'renamed');

  const findings = validateOffer(next, { now, trustedOrigins: [], previous: goodOffer() });

  expect(findings.map((finding) => findingText(finding, 'en').message)).toEqual([
    'The live plan "standard" is not in this version: nobody can buy it any more once this is live.',
  ]);
});
