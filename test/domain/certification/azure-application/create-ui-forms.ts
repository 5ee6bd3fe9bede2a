import { createUiRules } from '../../../../src/domain/certification/rules/azure-application/create-ui/table';
import { judgeByRules } from '../../../../src/domain/certification/run-rules';
import { packageOf } from '../../../support/package-facts';

export type Control = { readonly [name: string]: unknown };

export const tip = { toolTip: 'What it is for' };
export const text = (more: object = {}): Control => ({
  name: 'name',
  type: 'Microsoft.Common.TextBox',
  ...tip,
  constraints: { regex: '^[a-z]{3,10}$', validationMessage: '3 to 10 letters' },
  ...more,
});
export const password = (constraints: unknown, more: object = {}): Control => ({
  name: 'secret',
  type: 'Microsoft.Common.PasswordBox',
  ...tip,
  ...(constraints === undefined ? {} : { constraints }),
  ...more,
});

export const sizes = (allowedSizes?: readonly string[]): Control => ({
  name: 'size',
  type: 'Microsoft.Compute.SizeSelector',
  ...tip,
  ...(allowedSizes === undefined ? {} : { constraints: { allowedSizes } }),
});
export const account = (more: object = {}): Control => ({
  name: 'account',
  type: 'Microsoft.Storage.StorageAccountSelector',
  ...tip,
  ...more,
});

export type Form = {
  readonly basics?: readonly Control[];
  readonly steps?: readonly object[];
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly config?: object;
  readonly over?: Readonly<Record<string, unknown>>;
};

export const formOf = ({ basics = [], steps = [], outputs = {}, over = {}, ...more }: Form): object => ({
  $schema: 'https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#',
  handler: 'Microsoft.Azure.CreateUIDef',
  version: '0.1.2-preview',
  parameters: { ...more, basics, steps, outputs: { location: '[location()]', ...outputs } },
  ...over,
});

/** Findings of the rules, each with where it points, e.g. `app.create-ui.tooltips error /parameters/basics/0`. */
export function findingsOf(form: Form, parameters: Readonly<Record<string, object>> = {}): readonly string[] {
  const facts = packageOf({
    'createUiDefinition.json': formOf(form),
    'mainTemplate.json': {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      parameters: { location: { type: 'string', defaultValue: 'x' }, ...parameters },
      resources: [],
    },
  });
  return judgeByRules(facts, createUiRules).findings.map(
    ({ ruleId, severity, target }) => `${ruleId.replace('app.create-ui.', '')} ${severity} ${target.pointer}`,
  );
}

export const at = '/parameters/basics/0';
export const given = { name: { type: 'string' } };
