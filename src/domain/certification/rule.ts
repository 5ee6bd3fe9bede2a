import type { Params, Text } from '../text/language';
import type { Severity } from './finding';

/**
 * One requirement on one kind of facts. `check` is pure: no violation means the rule is kept. Ids never change,
 * because reports, mails and pipelines name them.
 */
export type Rule<Facts> = {
  readonly id: string;
  readonly severity: Severity;
  /** Number in the published certification policies. */
  readonly policy: string;
  /** What is wrong, with `{placeholders}` from the violation, and its `{expected}` and `{actual}`. */
  readonly message: Text;
  /** What the publisher does about it. */
  readonly fix: Text;
  readonly check: (facts: Facts) => readonly Violation[];
};

/** What a rule found, before it becomes a finding. */
export type Violation = {
  readonly params?: Params;
  readonly expected?: string;
  readonly actual?: string;
};

export const kept: readonly Violation[] = [];
