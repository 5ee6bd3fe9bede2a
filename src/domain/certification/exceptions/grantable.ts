import { chosenRules } from '../chosen-rules';
import type { RuleDescription } from '../rule';
import { ruleAreas } from '../rule-table';
import { listingRules } from '../rules/listing/table';
import { isGuard } from './guards';

/**
 * What a publication can go on without. Rules on fields, sources and pictures are not among them: nothing could be read
 * or built.
 */
const rulesWithExceptions: readonly RuleDescription[] = [
  ...ruleAreas['Disk images'],
  ...ruleAreas['Inside of Linux images'],
  ...ruleAreas['Azure applications'],
  ...ruleAreas['SAS URLs of disks'],
  ...ruleAreas['URLs of packages'],
  ...listingRules,
];

/** The longest time for which a rule may be suspended; then somebody has to say so again. */
export const longestExceptionDays = 366;

export type GrantAsked = { readonly rule: string; readonly until: string };

export type Grantable =
  | { readonly kind: 'grantable'; readonly ruleId: string }
  | { readonly kind: 'refused'; readonly field: 'ruleId' | 'until'; readonly why: string };

/** Whether an exception may be granted, and the id of its rule, which may have been named by an alias. */
export function grantable({ rule: name, until }: GrantAsked, now: Date): Grantable {
  const [rule] = chosenRules(rulesWithExceptions, [name]).rules;
  if (rule === undefined) {
    const why = `No rule with exceptions is called "${name}". "offer rules" lists all rules; those on fields, on what addresses answer and on pictures have none.`;
    return { kind: 'refused', field: 'ruleId', why };
  }
  if (isGuard(rule.id)) {
    const why = `${rule.id} has no exceptions: without it files could not be read, could be others than those that were judged, or could harm whoever unpacks or opens them.`;
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
