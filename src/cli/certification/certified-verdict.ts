import { judge, type Verdict } from '../../domain/certification/finding';
import type { RulesOutcome } from '../../domain/certification/run-rules';

/** `notJudged`: there was nothing that any of the rules could judge. */
export type CertifiedVerdict = Verdict | 'notJudged';

/** Where nobody looked, nothing found is no pass. */
export function verdictOf({ findings, tests }: RulesOutcome): CertifiedVerdict {
  const verdict = judge(findings);
  const hasRun = tests.some(({ result }) => result !== 'notRun');
  return verdict === 'passed' && !hasRun ? 'notJudged' : verdict;
}
