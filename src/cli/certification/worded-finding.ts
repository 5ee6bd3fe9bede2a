import type { Finding } from '../../domain/certification/finding';
import { rulePage } from '../../domain/certification/rule-index';
import { findingText } from '../../domain/text/findings/findings';
import type { Language } from '../../domain/text/language';

/** A finding with the words people read. */
export type WordedFinding = Finding & ReturnType<typeof findingText>;

/** No site is near: what explains the rule is its page in the project. */
export const inWords = (finding: Finding, language: Language): WordedFinding => ({
  ...finding,
  ...findingText(finding, language),
  docs: rulePage(finding.ruleId),
});
