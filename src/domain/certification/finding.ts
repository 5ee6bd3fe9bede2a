import type { Params } from '../text/language';
import type { AppliedException } from './exceptions/exception';

export type Severity = 'info' | 'warning' | 'error' | 'reviewRequired';

/** Where a finding points; `pointer` is an RFC 6901 JSON pointer into the offer document. */
export type FindingTarget = {
  readonly plan?: string;
  readonly file?: string;
  readonly pointer?: string;
  readonly line?: number;
  readonly column?: number;
};

/** One result of a rule. `message`, `fix` and `docs` are added where it is shown (`text/findings.ts`). */
export type Finding = {
  readonly ruleId: string;
  readonly aliases?: readonly string[];
  readonly policy?: string;
  readonly severity: Severity;
  readonly params: Params;
  readonly target: FindingTarget;
  readonly expected?: string;
  readonly actual?: string;
  /** Lets pass what would not: the finding weighs as a warning because of it. */
  readonly exception?: AppliedException;
};

export type Verdict = 'passed' | 'reviewRequired' | 'failed';

/** Errors block; a `reviewRequired` finding waits for a reviewer; warnings and infos pass. */
export function judge(findings: readonly Finding[]): Verdict {
  if (findings.some(({ severity }) => severity === 'error')) return 'failed';
  return findings.some(({ severity }) => severity === 'reviewRequired') ? 'reviewRequired' : 'passed';
}
