import { describedOfferRules } from '../offer/rules/described-rules';
import type { RuleDescription } from './rule';
import { type RuleArea, ruleAreas } from './rule-table';
import { ruleCrashed } from './run-rules';

/** Every rule there is as people read it, by what it is about. */
export const describedAreas: Readonly<
  Record<RuleArea | 'Offer documents' | 'The checks themselves', readonly RuleDescription[]>
> = {
  'Offer documents': describedOfferRules,
  ...ruleAreas,
  'The checks themselves': [
    {
      ...ruleCrashed,
      severity: 'reviewRequired',
      title: 'Every check could be carried out',
      rationale:
        'A check that fails to run says nothing about the offer, neither good nor bad: a person has to look instead.',
      policy: '100.14',
    },
  ],
};

export const describedRules: readonly RuleDescription[] = Object.values(describedAreas).flat();

/** Of a rule's page, in the folder of the documents. */
export function rulePage(ruleId: string): string {
  return `docs/rules/${ruleId}.md`;
}
