import type { Call } from '../arm-template/expression/expression';
import type { Template } from '../arm-template/template';
import { templatesOf } from '../arm-template/templates-of';
import type { JsonPlace } from '../json/json-place';
import { type PackageFacts, targetOf } from './package-facts';
import type { Rule, Violation } from './rule';

/** A rule on one template at a time; `all` are the templates of the package it belongs to. */
export type TemplateRule = Omit<Rule<PackageFacts>, 'check' | 'judges' | 'policy'> & {
  readonly check: (template: Template, all: readonly Template[]) => readonly Violation[];
};

export function templateRule(rule: TemplateRule): Rule<PackageFacts> {
  return {
    ...rule,
    policy: '300.4',
    judges: ({ templates }) => templates.length > 0,
    check: (facts) => {
      const all = templatesOf(facts);
      return all.flatMap((template) => rule.check(template, all));
    },
  };
}

/** A violation that stands at a place of a template. */
export function violationAt(
  template: Template,
  place: JsonPlace,
  facts: Omit<Violation, 'target'> = {},
): Violation {
  return { ...facts, target: targetOf(template.document, place) };
}

/** What is wrong with single calls in a template's expressions; each is looked at once for every place it stands at. */
export function violationsOfCalls(
  template: Template,
  check: (call: Call) => Omit<Violation, 'target'> | undefined,
): readonly Violation[] {
  const found: Violation[] = [];
  for (const value of template.evaluated) {
    for (const call of value.expression.calls) {
      const facts = check(call);
      if (facts !== undefined) found.push(violationAt(template, value, facts));
    }
  }
  return found;
}
