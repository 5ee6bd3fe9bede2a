import { listingOf } from '../listing-model';
import type { LeadSettings, ListedFact, OfferModel } from '../model';
import type { ConsultingDocument } from './schema';

/** The dotted keys of a document that passed the schema, as the model the rest of the product works with. */
export function consultingModelOf(document: ConsultingDocument, lead: LeadSettings): OfferModel {
  return { ...listingOf(document), facts: factsOf(document.definition.offer), plans: [], lead };
}

function factsOf(offer: ConsultingDocument['definition']['offer']): readonly ListedFact[] {
  const { priceModel, currency, amount } = offer['consulting-services.pricing'];
  return [
    { field: 'serviceType', value: offer['consulting-services.serviceType'] },
    { field: 'duration', value: offer['consulting-services.duration'] },
    { field: 'countries', value: offer['consulting-services.countries'].join(', ') },
    { field: 'priceModel', value: priceModel },
    ...(priceModel === 'free' ? [] : [{ field: 'amount', value: `${amount ?? ''} ${currency ?? ''}` }]),
  ];
}
