import type { PackageFacts } from '../../src/domain/certification/package-facts';
import { packageFactsOf } from '../../src/domain/certification/package-roles';
import type { Rule } from '../../src/domain/certification/rule';
import { judgeByRules } from '../../src/domain/certification/run-rules';
import { readJson } from '../../src/inspection/package/json-reader';

export const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';

type Parts = Readonly<Record<string, unknown>>;

/** Files by path; a text is taken as it is, everything else as JSON. */
export function packageOf(files: Readonly<Record<string, unknown>>): PackageFacts {
  const read = Object.entries(files).map(([path, content]) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content, null, 2);
    return { path, bytes: text.length, isZip: false, json: readJson(text) };
  });
  const form = read.length === 1 ? 'file' : 'folder';
  return packageFactsOf({ form, files: read, entries: [], faults: [], archiveBytes: null });
}

/** The parts of a template, as the main one of a package. */
export function mainTemplate(parts: Parts): PackageFacts {
  return packageOf({ 'mainTemplate.json': template(parts) });
}

export function template(parts: Parts): Parts {
  return { $schema: schema, contentVersion: '1.0.0.0', ...parts };
}

/** A deployment resource around a template; inner scope unless said otherwise. */
export function deployment(parts: Parts, properties: Parts = {}): Parts {
  return {
    type: 'Microsoft.Resources/deployments',
    name: 'nested',
    properties: {
      expressionEvaluationOptions: { scope: 'inner' },
      template: template(parts),
      ...properties,
    },
  };
}

/** What a rule says about files before any downgrade: `error /resources/0/location`, in its order. */
export function saidBy(rule: Rule<PackageFacts>, facts: PackageFacts): readonly string[] {
  const { marketplaceSeverity: _downgrade, ...own } = rule;
  return judgeByRules(facts, [own]).findings.map(
    ({ severity, target }) => `${severity} ${target.pointer ?? '?'}`,
  );
}

/** The rule that carries a name of the reference tests. */
export function ruleNamed(rules: readonly Rule<PackageFacts>[], alias: string): Rule<PackageFacts> {
  const found = rules.find(({ aliases }) => aliases?.includes(alias));
  if (found === undefined) throw new Error(`No rule is called ${alias}.`);
  return found;
}
