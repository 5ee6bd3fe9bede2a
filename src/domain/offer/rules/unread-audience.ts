import { offerFinding } from '../offer-finding';
import { plansOf } from '../parts';
import { asObject } from '../walk';
import type { OfferRule } from './rule';

/** A file of customers makes a plan private, and names nobody: it is not read. No harm is done, so nothing is refused. */
export const audienceReadable: OfferRule = ({ document }) =>
  plansOf(document)
    .filter(({ fields }) => (asObject(fields['restrictedAudience'])?.['uploadedCsvUri'] ?? '') !== '')
    .map(({ path }) =>
      offerFinding({
        ruleId: 'offer.audience-file-unread',
        path: [...path, 'restrictedAudience', 'uploadedCsvUri'],
        document,
        severity: 'warning',
      }),
    );
