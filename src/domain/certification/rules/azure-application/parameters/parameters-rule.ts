import type { JsonDocument, PackageFacts } from '../../../package-facts';
import type { Rule, Violation } from '../../../rule';

/** A rule on each parameter file; where there is none, there is nothing to judge. */
export function parametersRule({
  check,
  ...words
}: Omit<Rule<PackageFacts>, 'policy' | 'judges' | 'check'> & {
  readonly check: (file: JsonDocument) => readonly Violation[];
}): Rule<PackageFacts> {
  return {
    ...words,
    policy: '300.4',
    judges: ({ parameterFiles }) => parameterFiles.length > 0,
    check: ({ parameterFiles }) => parameterFiles.flatMap(check),
  };
}
