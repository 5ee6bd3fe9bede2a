import { createUiRules } from '../../../../src/domain/certification/rules/azure-application/create-ui/table';
import { judgeByRules } from '../../../../src/domain/certification/run-rules';
import { packageOf } from '../../../support/package-facts';
import {
  account,
  at,
  findingsOf,
  formOf,
  given,
  password,
  sizes,
  text,
  tip,
  type Control,
  type Form,
} from './create-ui-forms';

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

it('judges no form where there is none, and no fit where there is no template', () => {
  const alone = packageOf({ 'createUiDefinition.json': formOf({}) });
  const results = (facts: typeof alone): readonly string[] =>
    judgeByRules(facts, createUiRules).tests.map(({ result }) => result);

  expect(new Set(results(packageOf({ 'a.txt': 'x' })))).toEqual(new Set(['notRun']));
  expect(results(alone).filter((result) => result === 'notRun')).toHaveLength(6);
});
