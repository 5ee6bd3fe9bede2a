import { chosenRules } from '../chosen-rules';
import type { RuleDescription } from '../rule';
import { ruleAreas } from '../rule-table';
import { linkUnsafe } from '../rules/listing/link-unsafe';
import { listingRules } from '../rules/listing/table';
import { packageReading } from '../rules/package-url/reading';
import { sasExpiry } from '../rules/sas/expiry';
import { sasForm } from '../rules/sas/form';
import { sasNothingButReading } from '../rules/sas/nothing-but-reading';
import { sasQuery } from '../rules/sas/query';
import { sasReadAndList } from '../rules/sas/read-and-list';

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

/** Without them nothing could be read, it could be changed after it was judged, or it would attack who looks at it. */
const guards: ReadonlySet<RuleDescription> = new Set<RuleDescription>([
  sasForm,
  sasQuery,
  sasExpiry,
  sasReadAndList,
  sasNothingButReading,
  packageReading,
  linkUnsafe,
]);

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
  if (guards.has(rule)) {
    const why = `${rule.id} has no exceptions: without it files could not be read or could change after they were judged, or a page could attack who looks at it.`;
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
