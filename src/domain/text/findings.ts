import type { Finding } from '../certification/finding';
import { certificationTexts } from '../certification/rule-texts';
import type { FindingText, FindingTexts } from './finding-text';
import { fillText, type Language, type Params } from './language';
import { offerAddressFindings } from './offer-address-findings';
import { offerContentFindings } from './offer-content-findings';
import { offerFieldFindings } from './offer-field-findings';
import { fieldLabel } from './offer-fields';
import { offerLiveFindings } from './offer-live-findings';
import { offerPackageFindings } from './offer-package-findings';
import { publicationFindings } from './publication-findings';
import { workName } from './work-names';

export type FindingWords = {
  readonly message: string;
  /** What the publisher does about it; empty for a rule nobody wrote words for. */
  readonly fix: string;
  /** Path on this system's own site, e.g. `/docs/rules#offer.field-missing`. */
  readonly docs?: string;
};

/** A finding in words, in the reader's language. An unknown rule is shown by its id, so that it gets noticed. */
export function findingText(finding: Finding, language: Language): FindingWords {
  const { ruleId } = finding;
  const text = textOf(ruleId);
  if (text === undefined) return { message: ruleId, fix: '' };
  const params = paramsOf(finding, language);
  return {
    message: fillText(text.message, language, params),
    fix: fillText(text.fix, language, params),
    docs: `/docs/rules#${ruleId}`,
  };
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

function textOf(ruleId: string): FindingText | undefined {
  return Object.hasOwn(findingTexts, ruleId) ? findingTexts[ruleId] : undefined;
}

/** Every text may name `{expected}` and `{actual}`; fields and work are shown by the names that people know. */
function paramsOf({ params, expected, actual }: Finding, language: Language): Params {
  const { field, picture, activity } = params;
  return {
    expected: expected ?? '-',
    actual: actual ?? '-',
    ...params,
    ...(typeof field === 'string' ? { field: fieldLabel(field, language) } : {}),
    ...(typeof picture === 'string' ? { picture: fieldLabel(picture, language) } : {}),
    ...(typeof activity === 'string' ? { activity: workName(activity, language) } : {}),
  };
}
