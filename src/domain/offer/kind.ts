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

/** Never throws. */
export const kindOf = (document: OfferDocument): OfferKind =>
  document['offerTypeId'] === 'staged-offer' ? stagedKindOf(document) : 'publish';

/** An offer that does not say what it is counts as a virtual machine until validation says so. */
export function stagedKindOf(document: OfferDocument): StagedKind {
  const stated = offerFieldsOf(document)['staged-offer.kind'];
  return stagedKinds.find((kind) => kind === stated) ?? 'virtual-machine';
}
