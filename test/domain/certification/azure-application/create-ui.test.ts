import { createUiRules } from '../../../../src/domain/certification/rules/azure-application/create-ui/table';
import { judgeByRules } from '../../../../src/domain/certification/run-rules';
import { packageOf } from '../../../support/package-facts';

type Control = { readonly [name: string]: unknown };

const tip = { toolTip: 'What it is for' };
const text = (more: object = {}): Control => ({
  name: 'name',
  type: 'Microsoft.Common.TextBox',
  ...tip,
  constraints: { regex: '^[a-z]{3,10}$', validationMessage: '3 to 10 letters' },
  ...more,
});
const password = (constraints: unknown, more: object = {}): Control => ({
  name: 'secret',
  type: 'Microsoft.Common.PasswordBox',
  ...tip,
  ...(constraints === undefined ? {} : { constraints }),
  ...more,
});
const choice = (...values: readonly unknown[]): Control => ({
  name: 'choice',
  type: 'Microsoft.Common.DropDown',
  ...tip,
  constraints: { allowedValues: values.map((value) => ({ label: `${String(value)}!`, value })) },
});
const sizes = (allowedSizes?: readonly string[]): Control => ({
  name: 'size',
  type: 'Microsoft.Compute.SizeSelector',
  ...tip,
  ...(allowedSizes === undefined ? {} : { constraints: { allowedSizes } }),
});
const account = (more: object = {}): Control => ({
  name: 'account',
  type: 'Microsoft.Storage.StorageAccountSelector',
  ...tip,
  ...more,
});

type Form = {
  readonly basics?: readonly Control[];
  readonly steps?: readonly object[];
  readonly outputs?: Readonly<Record<string, unknown>>;
  readonly config?: object;
  readonly over?: Readonly<Record<string, unknown>>;
};

const formOf = ({ basics = [], steps = [], outputs = {}, over = {}, ...more }: Form): object => ({
  $schema: 'https://schema.management.azure.com/schemas/0.1.2-preview/CreateUIDefinition.MultiVm.json#',
  handler: 'Microsoft.Azure.CreateUIDef',
  version: '0.1.2-preview',
  parameters: { ...more, basics, steps, outputs: { location: '[location()]', ...outputs } },
  ...over,
});

/** Findings of the rules, each with where it points, e.g. `app.create-ui.tooltips error /parameters/basics/0`. */
function findingsOf(form: Form, parameters: Readonly<Record<string, object>> = {}): readonly string[] {
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

const at = '/parameters/basics/0';
const given = { name: { type: 'string' } };

it('finds nothing wrong with an ordinary form', () => {
  const steps = [
    {
      name: 'machine',
      label: 'Machine',
      elements: [
        {
          name: 'section',
          type: 'Microsoft.Common.Section',
          label: 'S',
          elements: [sizes(['Standard_D2s_v5'])],
        },
        account(),
      ],
    },
  ];
  const outputs = {
    name: "[basics('name')]",
    size: "[steps('machine').section.size]",
    group: "[steps('machine').account.resourceGroup]",
    isNew: "[equals(steps('machine').account.newOrExisting, 'new')]",
    all: "[map(steps('machine').account.list, (item) => item.id)]",
  };
  const parameters = {
    ...given,
    size: { type: 'string', defaultValue: 'Standard_D2s_v5' },
    group: { type: 'string' },
    isNew: { type: 'bool' },
    all: { type: 'array' },
  };

  expect(findingsOf({ basics: [text()], steps, outputs }, parameters)).toEqual([]);
});

it.each<[string, Form, readonly string[]]>([
  ['no schema', { over: { $schema: undefined } }, ['schema error ']],
  ['another schema', { over: { $schema: 'https://x/CreateUIDefinition.json#' } }, ['schema error /$schema']],
  ['another version', { over: { version: '0.2.0' } }, ['schema error /version']],
  ['a strange handler', { over: { handler: 'Contoso' } }, ['handler error /handler']],
  [
    'no region',
    { outputs: { location: undefined } },
    ['location-output error /parameters/outputs', 'blanks warning /parameters/outputs'],
  ],
  [
    'a fixed region',
    { outputs: { location: 'westus' } },
    ['location-output error /parameters/outputs/location'],
  ],
  ['a region with spaces around', { outputs: { location: '[ location( ) ]' } }, []],
  ['a known handler in another case', { over: { handler: 'microsoft.compute.multivm' } }, []],
])('judges a form with %s', (_what, form, expected) => {
  expect(findingsOf(form)).toEqual(expected);
});

it.each<[string, Control, readonly string[]]>([
  ['no constraints', text({ constraints: undefined }), [`text-boxes error ${at}`]],
  ['no pattern', text({ constraints: { validationMessage: 'm' } }), [`text-boxes error ${at}/constraints`]],
  [
    'a broken pattern',
    text({ constraints: { regex: 'a(', validationMessage: 'm' } }),
    [`text-boxes error ${at}/constraints/regex`],
  ],
  ['no message', text({ constraints: { regex: '^a{2}$' } }), [`text-boxes error ${at}/constraints`]],
  [
    'a pattern of any length',
    text({ constraints: { regex: '^a+$', validationMessage: 'm' } }),
    [`text-boxes warning ${at}/constraints/regex`],
  ],
  ['a computed pattern', text({ constraints: { regex: "[basics('x')]", validationMessage: 'm' } }), []],
  ['validations instead', text({ constraints: { validations: [{ regex: '^a{2}$', message: 'm' }] } }), []],
  [
    'a computed validation',
    text({ constraints: { validations: [{ isValid: '[true]', message: 'm' }] } }),
    [],
  ],
  [
    'a validation without words',
    text({ constraints: { validations: [{ isValid: '[true]' }] } }),
    [`validation-messages error ${at}/constraints/validations/0`],
  ],
  ['no tool tip', text({ toolTip: undefined }), [`tooltips error ${at}`]],
  ['an empty tool tip', text({ toolTip: '' }), [`tooltips error ${at}`, `blanks warning ${at}/toolTip`]],
  ['tool tips for its parts', text({ toolTip: { a: 'x' } }), []],
  ['an empty list', text({ list: [] }), [`blanks warning ${at}/list`]],
  ['an empty proposal', text({ defaultValue: '' }), []],
])('judges a text box with %s', (_what, control, expected) => {
  expect(findingsOf({ basics: [control] })).toEqual(expected);
});

it.each<[string, unknown, readonly string[]]>([
  ['no constraints', undefined, [`password-length error ${at}`]],
  ['no pattern', { required: true }, [`password-length warning ${at}/constraints`]],
  ['a broken pattern', { regex: '[' }, [`password-length error ${at}/constraints/regex`]],
  ['a pattern of any length', { regex: '^.+$' }, [`password-length error ${at}/constraints/regex`]],
  ['a short one', { regex: '^[a-z]{8,}$' }, [`password-length warning ${at}/constraints/regex`]],
  ['twelve', { regex: '^[a-z]{12,}$' }, []],
  ['twelve in parts', { regex: '^[a-z]{4}-[a-z]{4}-[a-z]{2}$' }, []],
  ['twelve asked beforehand', { regex: '^(?=.{12,72}$)(?=.*[A-Z]).*$' }, []],
  ['a computed pattern', { regex: "[basics('x')]" }, []],
])('judges a password box with %s', (_what, constraints, expected) => {
  expect(findingsOf({ basics: [password(constraints)] })).toEqual(expected);
});

it.each(['Common.PasswordBox', 'Compute.CredentialsCombo'])('wants %s to ask twice', (type) => {
  const control = {
    ...password({ regex: '^.{12}$' }),
    type: `Microsoft.${type}`,
    options: { hideConfirmation: true },
  };

  expect(findingsOf({ basics: [control] })).toEqual([
    `hidden-confirmation error ${at}/options/hideConfirmation`,
  ]);
});

it('wants no user name proposed', () => {
  const control = { name: 'user', type: 'Microsoft.Compute.UserNameTextBox', ...tip };

  expect(findingsOf({ basics: [{ ...control, defaultValue: 'root' }] })).toEqual([
    `default-username error ${at}/defaultValue`,
  ]);
  expect(findingsOf({ basics: [{ ...control, defaultValue: '' }] })).toEqual([]);
});

it.each(['InfoBox', 'Section', 'TextBlock', 'EditableGrid'])('wants no tool tip of %s', (type) => {
  expect(findingsOf({ basics: [{ name: 'x', type: `Microsoft.Common.${type}` }] })).toEqual([]);
});

const out = '/parameters/outputs';

it.each<[string, Readonly<Record<string, unknown>>, Readonly<Record<string, object>>, readonly string[]]>([
  [
    'nobody expects',
    { extra: "[basics('name')]" },
    given,
    [`unknown-output error ${out}/extra`, 'missing-output error /parameters/name'],
  ],
  ['nobody hands over', {}, given, ['missing-output error /parameters/name']],
  ['has a default', {}, { name: { type: 'string', defaultValue: '' } }, []],
  ['may be null', {}, { name: { type: 'string', nullable: true } }, []],
  ['is named in another case', { NAME: "[basics('name')]" }, given, []],
  [
    'is text for a number',
    { name: "[basics('name')]" },
    { name: { type: 'int' } },
    [`output-types warning ${out}/name`],
  ],
  ['is converted', { name: "[int(basics('name'))]" }, { name: { type: 'int' } }, []],
  [
    'is a number for a switch',
    { name: "[int('1')]" },
    { name: { type: 'bool' } },
    [`output-types warning ${out}/name`],
  ],
  [
    'is of a control that is not there',
    { name: "[basics('nobody')]" },
    given,
    [`unknown-control error ${out}/name`],
  ],
  [
    'is of a step that is not there',
    { name: "[concat(steps('nowhere').x, 'a')]" },
    given,
    [`unknown-control error ${out}/name`],
  ],
  [
    'is of nothing in a section',
    { name: "[basics('section').nobody]" },
    given,
    [`unknown-control error ${out}/name`],
  ],
  ['is of a control in a section', { name: "[basics('section').inner]" }, given, []],
  ['is a part of a value', { name: "[basics('name').length]" }, given, []],
])('judges a parameter that %s', (_what, outputs, parameters, expected) => {
  const section = { name: 'section', type: 'Microsoft.Common.Section', elements: [text({ name: 'inner' })] };

  expect(findingsOf({ basics: [text(), section], outputs }, parameters)).toEqual(expected);
});

it.each<[string, Control, object, readonly string[]]>([
  ['allows the same', choice('a', 'b'), { type: 'string', allowedValues: ['a', 'b'] }, []],
  ['allows more', choice('a'), { type: 'string', allowedValues: ['A', 'b'] }, []],
  [
    'allows less',
    choice('a', 'b'),
    { type: 'string', allowedValues: ['a'] },
    [`allowed-values error ${at}/constraints/allowedValues/1/value`],
  ],
  [
    'proposes another',
    choice('a'),
    { type: 'string', defaultValue: 'c' },
    ['allowed-values error /parameters/x/defaultValue'],
  ],
  [
    'proposes several',
    choice(1, 2),
    { type: 'array', defaultValue: [1, 3] },
    ['allowed-values error /parameters/x/defaultValue/1'],
  ],
  ['proposes nothing', choice('a'), { type: 'string', defaultValue: '' }, []],
  ['computes its proposal', choice('a'), { type: 'string', defaultValue: '[resourceGroup().name]' }, []],
])('judges choices of which the template %s', (_what, control, parameter, expected) => {
  expect(findingsOf({ basics: [control], outputs: { x: "[basics('choice')]" } }, { x: parameter })).toEqual(
    expected,
  );
});

it('judges the regions that the portal offers', () => {
  const config = { basics: { location: { allowedValues: ['eastus', 'westus'] } } };

  expect(findingsOf({ config }, { location: { type: 'string', allowedValues: ['eastus'] } })).toEqual(
    [
      'missing-output error /parameters/location',
      'allowed-values error /parameters/config/basics/location/allowedValues/1',
    ].slice(1),
  );
});

it.each<[string, Control, Readonly<Record<string, unknown>>, readonly string[]]>([
  ['is not handed over', sizes(), {}, [`vm-sizes error ${at}`]],
  ['offers anything', sizes(), { size: "[basics('size')]" }, []],
  ['offers the default', sizes(['standard_d2']), { size: "[basics('size')]" }, []],
  [
    'does not offer the default',
    sizes(['Standard_D4']),
    { size: "[basics('size')]" },
    [`vm-sizes error ${at}`],
  ],
])('judges a size selector that %s', (_what, control, outputs, expected) => {
  const size = { type: 'string', defaultValue: 'Standard_D2' };

  expect(findingsOf({ basics: [control], outputs }, { size })).toEqual(expected);
});

it.each<[string, object, readonly string[], number]>([
  ['hands nothing over', {}, [], 2],
  ['hands half over', {}, ['resourceGroup'], 1],
  ['hands both over', {}, ['resourceGroup', 'newOrExisting'], 0],
  ['hides what exists', { options: { hideExisting: true } }, [], 0],
  ['says that it hides nothing', { options: { hideExisting: false } }, [], 2],
])('judges an account selector that %s', (_what, more, parts, expected) => {
  const outputs = Object.fromEntries(parts.map((part) => [part, `[basics('account').${part}]`]));
  const parameters = Object.fromEntries(parts.map((part) => [part, { type: 'string' }]));

  expect(findingsOf({ basics: [account(more)], outputs }, parameters)).toEqual(
    Array.from({ length: expected }, () => `hide-existing error ${at}`),
  );
});

it.each<[string, Control, string, string, readonly string[]]>([
  ['a secure parameter', password({ regex: '^.{12}$' }), "[basics('secret')]", 'securestring', []],
  [
    'a plain parameter',
    password({ regex: '^.{12}$' }),
    "[basics('secret')]",
    'string',
    [`password-parameters error ${out}/x`],
  ],
  [
    'a plain parameter, among others',
    password({ regex: '^.{12}$' }),
    "[coalesce('a', basics('secret'))]",
    'string',
    [`password-parameters error ${out}/x`],
  ],
  [
    'a secure parameter from a text box',
    text(),
    "[basics('name')]",
    'secureString',
    [`password-parameters warning ${out}/x`],
  ],
])('judges a password for %s', (_what, control, output, type, expected) => {
  expect(findingsOf({ basics: [control], outputs: { x: output } }, { x: { type } })).toEqual(expected);
});

it('judges no form where there is none, and no fit where there is no template', () => {
  const alone = packageOf({ 'createUiDefinition.json': formOf({}) });
  const results = (facts: typeof alone): readonly string[] =>
    judgeByRules(facts, createUiRules).tests.map(({ result }) => result);

  expect(new Set(results(packageOf({ 'a.txt': 'x' })))).toEqual(new Set(['notRun']));
  expect(results(alone).filter((result) => result === 'notRun')).toHaveLength(6);
});

it('takes an account selector right below the steps for a step of its own, and outputs for what they mean', () => {
  const outputs = { group: "steps('account').resourceGroup", isNew: "[steps('account').newOrExisting]" };
  const parameters = { group: { type: 'string' }, isNew: { type: 'string' } };

  expect(findingsOf({ steps: [account()], outputs }, parameters)).toEqual([]);
  expect(findingsOf({ steps: [account()], outputs: { group: outputs.group } }, parameters)).toEqual([
    'missing-output error /parameters/isNew',
    'hide-existing error /parameters/steps/0',
  ]);
});
