import type { Finding } from '../certification/finding';
import type { OfferModel } from './model';

export type ReadOffer =
  | { readonly kind: 'read'; readonly offer: OfferModel }
  /** Every problem of the document's shape at once. */
  | { readonly kind: 'invalid'; readonly findings: readonly Finding[] };
