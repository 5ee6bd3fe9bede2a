import { listingFindings } from '../../../../src/domain/certification/listing/listing-findings';
import type { Finding } from '../../../../src/domain/certification/finding';
import { changed, goodOffer, machine, market } from '../../offer/good-offer';

/** What a field says, and what its rules find; a field of the plan where it begins with `sku`. */
export function findingsWith(field: string, value: unknown): readonly Finding[] {
  const path = field.startsWith('sku') ? machine(field) : market(field);
  return listingFindings(changed(goodOffer(), path, value));
}

export const rulesWith = (field: string, value: unknown): readonly string[] =>
  findingsWith(field, value).map(({ ruleId }) => ruleId);

export const quoteOf = (findings: readonly Finding[]): readonly unknown[] =>
  findings.map(({ params }) => params['quote']);
