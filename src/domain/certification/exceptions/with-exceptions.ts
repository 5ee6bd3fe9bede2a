import type { Finding } from '../finding';
import type { AppliedException, CertificationException } from './exception';
import { isGuard } from './guards';

/**
 * Findings with what is excepted turned into warnings that name their exception: nothing is hidden. Of several
 * exceptions for one rule the one that lasts longest is named. What nobody could judge stays with the reviewers: they
 * decide about these bytes, not about all that may come. Guards stay errors, also under an exception of earlier days.
 */
export function withExceptions(
  findings: readonly Finding[],
  exceptions: readonly CertificationException[],
): readonly Finding[] {
  const lasting = exceptions.toSorted((one, other) => (one.until < other.until ? 1 : -1));
  return findings.map((finding) => {
    if (finding.severity !== 'error' || isGuard(finding.ruleId)) return finding;
    const exception = lasting.find(({ ruleId }) => ruleId === finding.ruleId);
    return exception === undefined
      ? finding
      : { ...finding, severity: 'warning', exception: appliedOf(exception) };
  });
}

const appliedOf = ({ exceptionId, reason, approver, until }: CertificationException): AppliedException => ({
  exceptionId,
  reason,
  approver,
  until,
});
