import type { OfferDocument } from './document';
import { type PlanPart, plansOf } from './parts';
import { asArray, asObject } from './walk';

/** A plan for named customers: the public neither sees nor deploys it. */
export function isPrivate({ fields }: Pick<PlanPart, 'fields'>): boolean {
  const audience = asObject(fields['restrictedAudience']);
  return asArray(audience?.['manualEntries']).length > 0 || (audience?.['uploadedCsvUri'] ?? '') !== '';
}

/** The ids of a document's plans that are private. */
export const privatePlansOf = (document: OfferDocument): ReadonlySet<string> =>
  new Set(
    plansOf(document)
      .filter(isPrivate)
      .map(({ planId }) => planId),
  );
