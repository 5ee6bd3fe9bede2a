import type { OfferDocument } from '../../../src/domain/offer/document';
import { readOffer } from '../../../src/domain/offer/read-offer';

export const findingsOf = (document: OfferDocument) => {
  const read = readOffer(document);
  return read.kind === 'read' ? [] : read.findings;
};

export const long = (length: number): string => 'x'.repeat(length);
export const many = (count: number, item: unknown): unknown[] => Array.from({ length: count }, () => item);
export const guid = 'c0ffee00-0001-4000-8000-000000000001';

export const requiredTexts = [
  'title',
  'summary',
  'longSummary',
  'description',
  'smallLogo',
  'mediumLogo',
  'largeLogo',
];
