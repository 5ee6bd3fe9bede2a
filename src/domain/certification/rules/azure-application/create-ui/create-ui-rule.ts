import type { JsonDocument, PackageFacts } from '../../../package-facts';
import type { Rule, Violation } from '../../../rule';

type Words = Omit<Rule<PackageFacts>, 'policy' | 'judges' | 'check'>;

/** A rule on the createUiDefinition; without one there is nothing to judge. */
export function createUiRule({
  check,
  ...words
}: Words & { readonly check: (createUi: JsonDocument) => readonly Violation[] }): Rule<PackageFacts> {
  return {
    ...words,
    policy: '300.4',
    judges: ({ createUi }) => createUi !== null,
    check: ({ createUi }) => (createUi === null ? [] : check(createUi)),
  };
}

/** A rule on how the createUiDefinition and the template fit together. */
export function createUiTemplateRule({
  check,
  ...words
}: Words & {
  readonly check: (createUi: JsonDocument, mainTemplate: JsonDocument) => readonly Violation[];
}): Rule<PackageFacts> {
  return {
    ...words,
    policy: '300.4',
    judges: ({ createUi, mainTemplate }) => createUi !== null && mainTemplate !== null,
    check: ({ createUi, mainTemplate }) =>
      createUi === null || mainTemplate === null ? [] : check(createUi, mainTemplate),
  };
}
