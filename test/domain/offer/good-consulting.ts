import type { OfferDocument } from '../../../src/domain/offer/document';
import type { Path } from '../../../src/domain/offer/walk';
import { changed, goodOffer, market } from './good-offer';

/** Path of a field of the offer, in the keys of consulting services. */
export const consulting = (name: string, ...rest: Path): Path => [
  'definition',
  'offer',
  `consulting-services.${name}`,
  ...rest,
];

/** The sample machine's publisher looks at other people's machines, too. */
export const asConsulting = (document: OfferDocument): OfferDocument =>
  (
    [
      [['offerTypeId'], 'consulting-services'],
      [['definition', 'plans'], undefined],
      [market('title'), 'Linux review: 2-Week Assessment'],
      [consulting('serviceType'), 'Assessment'],
      [consulting('duration'), '2-Week'],
      [consulting('countries'), ['US', 'DE']],
      [consulting('pricing'), { priceModel: 'fixed', currency: 'USD', amount: 4000 }],
    ] as const
  ).reduce<OfferDocument>((so, [path, value]) => changed(so, path, value), document);

/** One that nothing is wrong with. */
export const goodConsulting = (): OfferDocument => asConsulting(goodOffer());
