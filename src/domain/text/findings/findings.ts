import type { Finding } from '../../certification/finding';
import { certificationTexts } from '../../certification/rule-texts';
import { exceptionText } from '../exceptions';
import type { FindingTexts } from './finding-text';
import { findingWords, type FindingWords } from './finding-words';
import type { Language } from '../language';
import { offerAddressFindings } from './offer-address-findings';
import { offerContentFindings } from './offer-content-findings';
import { offerFieldFindings } from './offer-field-findings';
import { offerLiveFindings } from './offer-live-findings';
import { offerPackageFindings } from './offer-package-findings';
import { publicationFindings } from './publication-findings';

export type { FindingWords };

/** A finding in words, in the reader's language. An unknown rule is shown by its id, so that it gets noticed. */
export function findingText(finding: Finding, language: Language): FindingWords {
  const text = Object.hasOwn(findingTexts, finding.ruleId) ? findingTexts[finding.ruleId] : undefined;
  const words = text && { message: text.message[language], fix: text.fix[language] };
  const told = findingWords(finding, words, language);
  const { exception } = finding;
  return exception === undefined
    ? told
    : { ...told, message: `${told.message} ${exceptionText(exception, language)}` };
}

/** The words of every rule there is. */
export const findingTexts: FindingTexts = {
  ...offerFieldFindings,
  ...offerAddressFindings,
  ...offerContentFindings,
  ...offerLiveFindings,
  ...offerPackageFindings,
  ...publicationFindings,
  ...certificationTexts,
};
