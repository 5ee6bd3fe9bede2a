/**
 * Why a draft cannot be discarded: `wasShown`: it stands, or once stood, in preview or production; `runOpen`: it
 * is being published.
 */
export const discardRefusals = ['wasShown', 'runOpen'] as const;
export type DiscardRefusal = (typeof discardRefusals)[number];

/** Only what nobody has ever been shown can vanish (S6 of the documented process). */
export function whyNotDiscard(offer: {
  readonly wasShown: boolean;
  readonly isOpen: boolean;
}): DiscardRefusal | undefined {
  if (offer.wasShown) return 'wasShown';
  return offer.isOpen ? 'runOpen' : undefined;
}
