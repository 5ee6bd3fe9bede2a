import type { OfferDocument } from '../../../src/domain/offer/document';
import { validateOffer } from '../../../src/domain/offer/validate-offer';
import { now } from './good-offer';

export const found = (document: OfferDocument, previous?: OfferDocument): readonly string[] =>
  validateOffer(document, { now, trustedOrigins: [], ...(previous && { previous }) }).map(
    ({ ruleId, target }) => `${ruleId} ${target.pointer ?? ''}`,
  );
