import { account, at, findingsOf, given, password, sizes, text, tip, type Control } from './create-ui-forms';

const choice = (...values: readonly unknown[]): Control => ({
  name: 'choice',
  type: 'Microsoft.Common.DropDown',
  ...tip,
  constraints: { allowedValues: values.map((value) => ({ label: `${String(value)}!`, value })) },
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

it('takes an account selector right below the steps for a step of its own, and outputs for what they mean', () => {
  const outputs = { group: "steps('account').resourceGroup", isNew: "[steps('account').newOrExisting]" };
  const parameters = { group: { type: 'string' }, isNew: { type: 'string' } };

  expect(findingsOf({ steps: [account()], outputs }, parameters)).toEqual([]);
  expect(findingsOf({ steps: [account()], outputs: { group: outputs.group } }, parameters)).toEqual([
    'missing-output error /parameters/isNew',
    'hide-existing error /parameters/steps/0',
  ]);
});
