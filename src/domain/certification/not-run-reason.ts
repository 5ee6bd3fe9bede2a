import type { Finding } from './finding';
import { ruleCrashed, type RulesOutcome } from './run-rules';
import type { NotRunReason } from './test-result';

/** The outcome with the reason at every rule that was not run. */
export function withReasons(
  { findings, tests }: RulesOutcome,
  whyNot: (ruleId: string) => NotRunReason,
): RulesOutcome {
  return {
    findings,
    tests: tests.map((test) =>
      test.result === 'notRun'
        ? { ...test, why: foundReason(test.ruleId, findings) ?? whyNot(test.ruleId) }
        : test,
    ),
  };
}

/** What the findings themselves say of it. */
export function foundReason(ruleId: string, findings: readonly Finding[]): NotRunReason | undefined {
  if (findings.some((finding) => finding.ruleId === ruleId)) return { code: 'reviewer' };
  return findings.some((finding) => finding.ruleId === ruleCrashed.id && finding.params['rule'] === ruleId)
    ? { code: 'crashed' }
    : undefined;
}
