import type { OfferDocument } from '../../offer/document';
import type { Finding } from '../finding';
import { listingRules } from '../rules/listing/table';
import { runRules } from '../run-rules';
import { listingFactsOf } from './listing-facts';

/** What is wrong with an offer's texts and links; runs at validation. */
export function listingFindings(document: OfferDocument): readonly Finding[] {
  return runRules(listingFactsOf(document), listingRules);
}
