import { chosenRules } from '../chosen-rules';
import type { RuleDescription } from '../rule';
import { ruleAreas } from '../rule-table';

/**
 * Rules on bytes we have. What is wrong with a document or an address has to be mended, because nothing can be published
 * from it.
 */
const rulesOnBytes: readonly RuleDescription[] = [
  ...ruleAreas['Disk images'],
  ...ruleAreas['Inside of Linux images'],
  ...ruleAreas['Azure applications'],
];

/** The longest time for which a rule may be suspended; then somebody has to say so again. */
export const longestExceptionDays = 366;

export type GrantAsked = { readonly rule: string; readonly until: string };

export type Grantable =
  | { readonly kind: 'grantable'; readonly ruleId: string }
  | { readonly kind: 'refused'; readonly field: 'ruleId' | 'until'; readonly why: string };

/** Whether an exception may be granted, and the id of its rule, which may have been named by an alias. */
export function grantable({ rule: name, until }: GrantAsked, now: Date): Grantable {
  const [rule] = chosenRules(rulesOnBytes, [name]).rules;
  if (rule === undefined) {
    const why = `No rule on disk images or packages is called "${name}". "offer rules" lists them; others have no exceptions.`;
    return { kind: 'refused', field: 'ruleId', why };
  }
  if (rule.severity === 'reviewRequired') {
    const why = `${rule.id} asks for a reviewer, because no machine can judge it. A reviewer approves what it finds when it is published; it has no exceptions.`;
    return { kind: 'refused', field: 'ruleId', why };
  }
  const days = (Date.parse(until) - now.getTime()) / (24 * 3_600_000);
  if (days > 0 && days <= longestExceptionDays) return { kind: 'grantable', ruleId: rule.id };
  const why = `Give a time to come, at most ${longestExceptionDays} days ahead.`;
  return { kind: 'refused', field: 'until', why };
}
