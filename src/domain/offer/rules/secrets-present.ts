import type { Finding } from '../../certification/finding';
import { offerFinding } from '../offer-finding';
import { isMasked } from '../secrets';
import { mapStrings } from '../walk';
import type { OfferRule } from './rule';

/** A mask for which nothing is stored: the publisher changed the place it stood in, so it must be entered again. */
export const secretsPresent: OfferRule = ({ document }) => {
  const findings: Finding[] = [];
  mapStrings(document, (text, path) => {
    if (isMasked(text)) findings.push(offerFinding({ ruleId: 'offer.secret-missing', path, document }));
    return text;
  });
  return findings;
};
