import type { OfferDocument } from '../../../src/domain/offer/document';
import type { StagedKind } from '../../../src/domain/offer/kind';
import type { Path } from '../../../src/domain/offer/walk';
import { goodApplication } from './good-application';
import { changed, goodOffer, plan } from './good-offer';

/** Path of a field of the first plan, in the 2015 portal's own keys. */
export const staged = (name: string, ...rest: Path): Path => plan(`staged-offer.${name}`, ...rest);

const kindKey: Path = ['definition', 'offer', 'staged-offer.kind'];

const ofKind = (document: OfferDocument, kind: StagedKind): OfferDocument =>
  changed(changed(document, ['offerTypeId'], 'staged-offer'), kindKey, kind);

/** What a publisher of a service hands in for one plan. */
export const servicePlan = {
  planId: 'standard',
  'staged-offer.skuTitle': 'Standard',
  'staged-offer.skuSummary': 'Speech to text, a million minutes a month',
  'staged-offer.skuDescription': '<p>Send us sound, get text.</p>',
  'staged-offer.endpoints': [
    { endpointName: 'Speech', endpointUrl: 'https://speech.contoso.com/v1' },
    { endpointName: 'Status', endpointUrl: 'https://status.contoso.com/' },
  ],
  'staged-offer.documentationUrl': 'https://www.contoso.com/speech/docs',
  'staged-offer.pricing': { priceModel: 'monthly', currency: 'USD', monthly: 49 },
};

/** One offer of each kind; nothing is wrong with them. */
export const goodStaged: Readonly<Record<StagedKind, () => OfferDocument>> = {
  'virtual-machine': () => ofKind(goodOffer(), 'virtual-machine'),
  'developer-service': () => ofKind(changed(goodOffer(), plan(), servicePlan), 'developer-service'),
  'data-service': () => ofKind(changed(goodOffer(), plan(), servicePlan), 'data-service'),
  'solution-template': () =>
    ofKind(
      changed(goodApplication(), plan('microsoft-azure-applications.skuType'), undefined),
      'solution-template',
    ),
};
