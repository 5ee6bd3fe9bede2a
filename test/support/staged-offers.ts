import type { OfferDocument } from '../../src/domain/offer/document';
import { stagedKey } from '../../src/domain/offer/parts';
import type { StagedKind } from '../../src/domain/offer/kind';
import { type SampleParts, sampleOffer } from '../../src/local/sample/offer';

const machineKey = { publisherId: 'contoso', offerId: 'staged-vm' };
const serviceKey = { publisherId: 'contoso', offerId: 'speech' };

type Definition = { readonly offer: object; readonly plans: readonly object[] };

/** The sample as another kind of offer, its plans as they are. */
export function stagedFrom(sample: OfferDocument, id: string, kind: StagedKind): OfferDocument {
  const definition = sample['definition'] as Definition;
  const offer = { ...definition.offer, [stagedKey('kind')]: kind };
  return { ...sample, id, offerTypeId: 'staged-offer', definition: { ...definition, offer } };
}

/** The sample machine as the 2015 portal sells it. */
export const stagedMachine = (parts: SampleParts): OfferDocument =>
  stagedFrom(sampleOffer(parts), machineKey.offerId, 'virtual-machine');

/** A service: nothing of it is copied, so that it is through in seconds. */
export function stagedService(
  parts: SampleParts,
  kind: 'developer-service' | 'data-service' = 'developer-service',
): OfferDocument {
  const document = stagedFrom(sampleOffer(parts), serviceKey.offerId, kind);
  return { ...document, definition: { ...(document['definition'] as Definition), plans: [servicePlan] } };
}

export { machineKey as stagedMachineKey, serviceKey as stagedServiceKey };

const servicePlan = {
  planId: 'standard',
  [stagedKey('skuTitle')]: 'Standard',
  [stagedKey('skuSummary')]: 'Speech to text, a million minutes a month',
  [stagedKey('skuDescription')]: '<p>Send us sound, get text.</p>',
  [stagedKey('endpoints')]: [{ endpointName: 'Speech', endpointUrl: 'https://speech.contoso.com/v1' }],
  [stagedKey('pricing')]: { priceModel: 'monthly', currency: 'USD', monthly: 49 },
};
