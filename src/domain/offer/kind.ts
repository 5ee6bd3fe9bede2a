import type { OfferDocument } from './document';
import { offerFieldsOf } from './parts';

/** What the 2015 portal publishes. */
export const stagedKinds = [
  'virtual-machine',
  'developer-service',
  'data-service',
  'solution-template',
] as const;
export type StagedKind = (typeof stagedKinds)[number];

/** One offer type can be published in several ways; most have just one. */
export type OfferKind = 'publish' | StagedKind;

/** Never throws; a staged offer that does not say what it is counts as a virtual machine until validation says so. */
export function kindOf(document: OfferDocument): OfferKind {
  if (document['offerTypeId'] !== 'staged-offer') return 'publish';
  const stated = offerFieldsOf(document)['staged-offer.kind'];
  return stagedKinds.find((kind) => kind === stated) ?? 'virtual-machine';
}
