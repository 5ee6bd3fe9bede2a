import type { Finding } from '../../certification/finding';
import { flawName } from './flaw-names';
import { fill, type Language, type Params, type Text } from '../language';
import { fieldLabel } from '../fields/offer-fields';
import { workName } from '../publication/work-names';

export type FindingWords = {
  readonly message: string;
  /** What the publisher does about it; empty for a rule nobody wrote words for. */
  readonly fix: string;
  /** Path on this system's own site, e.g. `/docs/rules#offer.field-missing`. */
  readonly docs?: string;
};

/** A rule's words in one language, with its `{placeholders}`. */
export type RuleWords = { readonly message: string; readonly fix: string };

/** A finding in a rule's words. An unknown rule is shown by its id, so that it gets noticed. */
export function findingWords(
  finding: Finding,
  words: RuleWords | undefined,
  language: Language,
): FindingWords {
  const { ruleId } = finding;
  if (words === undefined) return { message: ruleId, fix: '' };
  const params = paramsOf(finding, language);
  return {
    message: fill(words.message, params).trim(),
    fix: fill(words.fix, params),
    docs: `/docs/rules#${ruleId}`,
  };
}

/** Every text may name `{expected}` and `{actual}`; fields and work are shown by the names that people know. */
function paramsOf({ params, expected, actual }: Finding, language: Language): Params {
  const { field, picture, activity, flaw } = params;
  return {
    expected: expected ?? '-',
    actual: actual === '-' ? absent[language] : (actual ?? '-'),
    ...params,
    ...(typeof field === 'string' ? { field: fieldLabel(field, language) } : {}),
    ...(typeof picture === 'string' ? { picture: fieldLabel(picture, language) } : {}),
    ...(typeof flaw === 'string' ? { flaw: flawName(flaw, language) } : {}),
    ...(typeof activity === 'string' ? { activity: workName(activity, language) } : {}),
  };
}

/** A rule writes `-` as actual value where there is none. */
const absent: Text = { en: '(none)', es: '(nada)', ru: '(нет)', zh: '（无）' };
