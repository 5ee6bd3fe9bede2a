import type { Params, Text } from '../text/language';
import type { FindingTarget, Severity } from './finding';

/**
 * One requirement on one kind of facts. `check` is pure: no violation means the rule is kept. Ids never change,
 * because reports, mails and pipelines name them.
 */
export type Rule<Facts> = {
  readonly id: string;
  /** The names of the same requirement in other systems' tests, spelled as they spell them. */
  readonly aliases?: readonly string[];
  /** The rule's own verdict on a violation. */
  readonly severity: Severity;
  /** Where the marketplace's own run lets pass with a warning what the rule itself calls an error. */
  readonly marketplaceSeverity?: 'warning';
  /** One line for lists and the rule's page, in English. */
  readonly title: string;
  /** Why the requirement exists: what happens to customers where it is broken. English, for the rule's page. */
  readonly rationale: string;
  /** What a pass does not say: where the rule does not look. */
  readonly limits?: Text;
  /** Number in the published certification policies. */
  readonly policy: string;
  /** What is wrong, with `{placeholders}` from the violation, and its `{expected}` and `{actual}`. */
  readonly message: Text;
  /** What the publisher does about it. */
  readonly fix: Text;
  /** Whether there is anything to judge, e.g. a file of this kind; absent: always. */
  readonly judges?: (facts: Facts) => boolean;
  readonly check: (facts: Facts) => readonly Violation[];
  /** What it compares, also where it is kept: what the marketplace's own tests call required and actual value. */
  readonly measured?: (facts: Facts) => Measured;
};

/** What people read of a rule: all but its working. */
export type RuleDescription = Omit<Rule<never>, 'check' | 'judges' | 'measured'>;

/** `expected` is absent where nothing is asked for, `actual` where nothing was found. */
export type Measured = Pick<Violation, 'expected' | 'actual'>;

/** What a rule found, before it becomes a finding. */
export type Violation = {
  readonly params?: Params;
  readonly expected?: string;
  readonly actual?: string;
  /** Where it weighs less or more than the rule usually does. */
  readonly severity?: Severity;
  /** Closer than what was judged as a whole: the file, the place in it, the JSON pointer. */
  readonly target?: FindingTarget;
};

export const kept: readonly Violation[] = [];
