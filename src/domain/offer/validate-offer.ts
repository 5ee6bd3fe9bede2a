import type { Finding } from '../certification/finding';
import { listingFindings } from '../certification/listing/listing-findings';
import { maskedFinding } from '../certification/masked-finding';
import { crashFinding } from '../certification/run-rules';
import type { OfferDocument } from './document';
import { readOffer } from './read-offer';
import { offerRulesOf } from './rules/table';
import type { OfferRule, RuleContext } from './rules/rule';

/** Goes into every validation report: changes when a rule does, so that an old report is not taken for a new one. */
export const offerRuleSet = 'offer/9';

/**
 * Every problem of an offer at once: its shape, what its fields say of each other, its URLs, what it says to
 * customers, and what the live version no longer allows. Pure, and never throws, whatever the document holds.
 * @param document with its secrets in place; no finding repeats one.
 */
export function validateOffer(
  document: OfferDocument,
  context: Omit<RuleContext, 'document'>,
): readonly Finding[] {
  return found({ ...context, document }).map(maskedFinding);
}

function found(context: RuleContext): readonly Finding[] {
  const { document } = context;
  const read = readOffer(document);
  const shape = read.kind === 'read' ? [] : read.findings;
  if (shape.some(({ ruleId }) => endsValidation.includes(ruleId))) return shape;
  const rules = offerRulesOf(document).flatMap((rule) => foundBy(rule, context));
  return withoutRepeats([...shape, ...rules, ...listingFindings(document)]);
}

/** What one rule stumbles over must not keep the others from being told. */
function foundBy(rule: OfferRule, context: RuleContext): readonly Finding[] {
  try {
    return rule(context);
  } catch (error) {
    return [crashFinding(`${ownRule}${rule.name}`, error, {})];
  }
}

/** Begins the ids of the rules on documents; one function stands for several of them. */
const ownRule = 'offer.';

/** Nothing sensible can be said of the rest then. */
export const endsValidation: readonly string[] = ['offer.too-deep', 'offer.type-unknown'];

/** What two rules say in the same words of the same field is said once. */
function withoutRepeats(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ ruleId, target, params, expected, actual }) => {
    const key = JSON.stringify([ruleId, target.pointer, params, expected, actual]);
    return !seen.has(key) && seen.add(key);
  });
}
