import type { OfferTypeId } from '../offer/document';
import type { Message } from '../text/language';

/** The 2015 portal calls the same decisions by other names. */
export type Terms = 'marketplace' | 'staging';

export const termsOf = (offerType: OfferTypeId | null | undefined): Terms =>
  offerType === 'staged-offer' ? 'staging' : 'marketplace';

type Named = { readonly offerType: OfferTypeId | null };

/** A message says itself in which terms it speaks, so that history, events and every face tell it alike. */
export function inTermsOf({ offerType }: Named, message: Message): Message {
  const terms = termsOf(offerType);
  return terms === 'marketplace' ? message : { ...message, params: { ...message.params, terms } };
}
