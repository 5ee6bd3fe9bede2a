import type { Finding, FindingTarget, Severity } from '../../domain/certification/finding';
import { findingText } from '../../domain/text/findings/findings';
import type { Language } from '../../domain/text/language';

export type FindingDetail = {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly target: FindingTarget;
  readonly message: string;
  readonly fix: string;
};

/** Findings as the API shows them: with words, in the reader's language. */
export function findingDetails(findings: readonly Finding[], language: Language): readonly FindingDetail[] {
  return findings.map((finding) => {
    const { message, fix } = findingText(finding, language);
    const { ruleId, severity, target } = finding;
    return { ruleId, severity, target, message, fix };
  });
}
