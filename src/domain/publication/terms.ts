import type { OfferTypeId } from '../offer/document';
import type { Message } from '../text/language';

/** The same decisions by other names: the 2015 portal stages what others preview. */
export type Terms = 'marketplace' | 'staging' | 'consulting';

/** Types with words of their own; everything else is said as everywhere. */
const ownTerms: Readonly<Partial<Record<OfferTypeId, Terms>>> = {
  'staged-offer': 'staging',
  'consulting-services': 'consulting',
};

export const termsOf = (offerType: OfferTypeId | null | undefined): Terms =>
  (offerType && ownTerms[offerType]) ?? 'marketplace';

type Named = { readonly offerType: OfferTypeId | null };

/** A message says itself in which terms it speaks, so that history, events and every face tell it alike. */
export function inTermsOf({ offerType }: Named, message: Message): Message {
  const terms = termsOf(offerType);
  return terms === 'marketplace' ? message : { ...message, params: { ...message.params, terms } };
}
