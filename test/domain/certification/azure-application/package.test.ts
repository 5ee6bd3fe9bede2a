import type { PackageFacts } from '../../../../src/domain/certification/package-facts';
import { packageFactsOf } from '../../../../src/domain/certification/package-roles';
import { structureRules } from '../../../../src/domain/certification/rules/azure-application/package/table';
import { runRules } from '../../../../src/domain/certification/run-rules';
import { gibibyte } from '../../../../src/domain/certification/sizes';
import { packageOf } from '../../../support/package-facts';

const schema = 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#';
const guid = '11111111-2222-4333-8444-555555555555';
const attribution = { type: 'Microsoft.Resources/deployments', name: `pid-${guid}` };
const appliance = {
  type: 'Microsoft.Solutions/appliances',
  kind: 'Marketplace',
  properties: {
    ManagedResourceGroupId: "[concat('/subscriptions/', 'x')]",
    PublisherPackageId: 'contoso.app-previewbasic.1.0.0',
  },
};
const template = (...resources: readonly object[]): object => ({
  $schema: schema,
  resources: [attribution, ...resources],
});
const form = { handler: 'Microsoft.Azure.CreateUIDef' };
const whole = { 'mainTemplate.json': template(), 'createUiDefinition.json': form };

const idsOf = (facts: PackageFacts): readonly string[] =>
  runRules(facts, structureRules).map(({ ruleId, severity, target: { file } }) =>
    `${ruleId.replace('app.package.', '')} ${severity} ${file ?? ''}`.trim(),
  );

it.each<[string, Readonly<Record<string, object | string>>, readonly string[]]>([
  ['everything', whole, []],
  ['names in other cases', { 'MAINTEMPLATE.json': template(), 'CreateUiDefinition.json': form }, []],
  ['nothing', {}, ['root-files error mainTemplate.json', 'root-files error createUiDefinition.json']],
  ['no form', { 'mainTemplate.json': template() }, ['root-files error createUiDefinition.json']],
  [
    'no attribution',
    { ...whole, 'mainTemplate.json': { $schema: schema, resources: [] } },
    ['usage-attribution error mainTemplate.json'],
  ],
  [
    'attribution in a variable',
    {
      ...whole,
      'mainTemplate.json': { $schema: schema, variables: { id: `pid-${guid}-partnercenter` }, resources: [] },
    },
    [],
  ],
  [
    'attribution in a linked template',
    { ...whole, 'mainTemplate.json': { $schema: schema, resources: [] }, 'nested/a.json': template() },
    [],
  ],
  ['a broken file', { ...whole, 'nested/a.json': '{' }, ['json error nested/a.json']],
  ['a file of another encoding', { ...whole, 'a.json': '\uFEFF[]' }, []],
  ['a bare name', { ...whole, 'a.json': '{ a: 1 }' }, ['json warning a.json']],
  ['a text over two lines', { ...whole, 'a.json': '{ "a": "b\nc" }' }, ['json info a.json']],
  [
    'a name twice',
    { ...whole, 'a.json': '{ "a": 1, "b": { "c": 1, "c": 2 }, "A": 3 }' },
    ['duplicate-names error a.json'],
  ],
  [
    'the parts of a managed application',
    {
      ...whole,
      'mainTemplate.json': template(appliance),
      'applianceMainTemplate.json': {},
      'applianceCreateUIDefinition.json': {},
    },
    [],
  ],
  [
    'only its resource',
    { ...whole, 'mainTemplate.json': template(appliance) },
    [
      'managed-files error applianceMainTemplate.json',
      'managed-files error applianceCreateUIDefinition.json',
    ],
  ],
  [
    'only its files',
    { ...whole, 'applianceMainTemplate.json': {}, 'applianceCreateUIDefinition.json': {} },
    ['managed-resource error mainTemplate.json'],
  ],
])('judges a package with %s', (_what, files, expected) => {
  expect(idsOf(packageOf(files))).toEqual(expected);
});

it.each<[string, object, readonly string[]]>([
  ['kind', { kind: 'ServiceCatalog' }, ['kind']],
  [
    'resource group',
    { properties: { ...appliance.properties, ManagedResourceGroupId: '' } },
    ['properties.managedResourceGroupId'],
  ],
  [
    'package id',
    { properties: { ...appliance.properties, PublisherPackageId: 'contoso.app' } },
    ['properties.publisherPackageId'],
  ],
  [
    'properties',
    { properties: undefined },
    ['properties.managedResourceGroupId', 'properties.publisherPackageId'],
  ],
])('names what is wrong with the %s of a managed application', (_what, over, expected) => {
  const files = { 'applianceMainTemplate.json': {}, 'applianceCreateUIDefinition.json': {} };
  const facts = packageOf({ ...whole, ...files, 'mainTemplate.json': template({ ...appliance, ...over }) });

  expect(runRules(facts, structureRules).map(({ params }) => params['member'])).toEqual(expected);
});

it('misses no file that is there and could not be unpacked', () => {
  const managed = { 'applianceMainTemplate.json': {}, 'applianceCreateUIDefinition.json': {} };
  const { files, ...read } = packageOf({ ...whole, ...managed, 'mainTemplate.json': template(appliance) });
  const unpacked = files.filter(({ path }) => !/mainTemplate\.json$/i.test(path));

  expect(idsOf(packageFactsOf({ ...read, files: unpacked })).join()).not.toMatch(/root-files|managed-files/);
});

it('takes no folder for a file of its name', () => {
  const { entries, files, ...read } = packageOf(whole);
  const folders = entries.map((entry) => ({ ...entry, kind: 'folder' as const }));
  const unpacked = files.filter(({ path }) => path !== 'mainTemplate.json');

  expect(idsOf(packageFactsOf({ ...read, entries: folders, files: unpacked }))).toEqual([
    'root-files error mainTemplate.json',
  ]);
});

it('tells UTF-16 from what is only broken, also without a mark', () => {
  const facts = packageOf({ ...whole, 'a.json': '[\0]\0', 'b.json': '[' });

  const flaws = runRules(facts, structureRules).map(({ params }) => params['flaw']);

  expect(flaws).toEqual(['notUtf8', 'syntax']);
});

it('says where a name stands twice', () => {
  const facts = packageOf({ ...whole, 'a.json': '{\n  "a": 1,\n  "a": 2\n}' });

  expect(runRules(facts, structureRules)[0]?.target).toEqual({
    file: 'a.json',
    pointer: '/a',
    line: 3,
    column: 3,
  });
});

it('holds files and zip to a GiB', () => {
  const facts = packageOf(whole);
  const [entry] = facts.entries;
  if (entry === undefined) throw new Error('a package without entries');
  const big = { ...entry, name: 'big.bin', bytes: gibibyte + 1, packedBytes: gibibyte };

  expect(
    idsOf({ ...facts, form: 'zip', archiveBytes: gibibyte, entries: [{ ...big, bytes: gibibyte }] }),
  ).toEqual([]);
  expect(idsOf({ ...facts, form: 'zip', archiveBytes: gibibyte + 1, entries: [big] })).toEqual([
    'archive-size error',
    'file-size error big.bin',
  ]);
});

it('asks a single file for nothing that only a package can have', () => {
  expect(idsOf(packageOf({ 'template.json': { $schema: schema, resources: [] } }, 'file'))).toEqual([]);
  expect(idsOf(packageOf({ 'x.json': {} }, 'file'))).toEqual(['unknown-file error x.json']);
});

describe('which file is what', () => {
  const rolesOf = (
    files: Readonly<Record<string, object | string>>,
    as: PackageFacts['form'] = 'folder',
  ): object => {
    const { mainTemplate, createUi, templates, parameterFiles } = packageOf(files, as);
    return {
      main: mainTemplate?.path,
      form: createUi?.path,
      templates: templates.map(({ path }) => path),
      parameters: parameterFiles.map(({ path }) => path),
    };
  };
  const parameters = { parameters: { a: { value: 1 } } };
  const none = { main: undefined, form: undefined, templates: [], parameters: [] };

  it.each<[string, Readonly<Record<string, object>>, object]>([
    [
      'a template by its schema',
      { 'x.json': { $schema: schema } },
      { main: 'x.json', templates: ['x.json'] },
    ],
    [
      'a template by its resources',
      { 'x.json': { resources: [] } },
      { main: 'x.json', templates: ['x.json'] },
    ],
    [
      'a template by its parameters',
      { 'x.json': { parameters: { a: { type: 'int' } } } },
      { main: 'x.json', templates: ['x.json'] },
    ],
    [
      'a form by its schema',
      { 'x.json': { $schema: 'https://x/CreateUIDefinition.MultiVm.json#' } },
      { form: 'x.json' },
    ],
    ['a form by its steps', { 'x.json': { parameters: { steps: [{}] } } }, { form: 'x.json' }],
    [
      'parameters by their schema',
      { 'x.json': { $schema: 'https://x/deploymentParameters.json#' } },
      { parameters: ['x.json'] },
    ],
    ['parameters by their values', { 'x.json': parameters }, { parameters: ['x.json'] }],
    [
      'parameters by their name, when nothing else tells',
      { 'x.parameters.json': { a: 1 } },
      { parameters: ['x.parameters.json'] },
    ],
    [
      'a form in a template file by its content',
      { 'mainTemplate.json': form },
      { form: 'mainTemplate.json' },
    ],
    ['an empty form by its name', { 'createUiDefinition.json': {} }, { form: 'createUiDefinition.json' }],
    ['nothing', { 'x.json': { a: 1 } }, {}],
  ])('is known of %s', (_what, files, expected) => {
    expect(rolesOf(files)).toEqual({ ...none, ...expected });
  });

  it('takes the marketplace name for the main template before any other', () => {
    const files = {
      'a.json': { resources: [] },
      'azuredeploy.json': { resources: [] },
      'mainTemplate.json': { resources: [] },
    };

    expect(rolesOf(files)).toMatchObject({
      main: 'mainTemplate.json',
      templates: ['mainTemplate.json', 'a.json', 'azuredeploy.json'],
    });
  });

  it.each<[string, string, object]>([
    ['mainTemplate.json', '{ "resources": [', { main: undefined, form: 'createUiDefinition.json' }],
    ['createUiDefinition.json', '{', { main: 'mainTemplate.json', form: undefined }],
  ])('takes no other file for a %s that cannot be read', (name, broken, expected) => {
    const others = { 'nested/a.json': { resources: [] }, 'nested/form.json': form };

    expect(rolesOf({ ...whole, ...others, [name]: broken })).toMatchObject(expected);
  });

  it('takes no other file for a main template that could not be unpacked', () => {
    const { files, entries, ...read } = packageOf({ ...whole, 'nested/a.json': { resources: [] } });
    const unpacked = files.filter(({ path }) => path !== 'mainTemplate.json');

    expect(packageFactsOf({ ...read, entries, files: unpacked }).mainTemplate).toBeNull();
  });

  it('does not guess among several templates, and takes the form nearest to the root', () => {
    const files = {
      'a.json': { resources: [] },
      'b.json': { resources: [] },
      'x/createUiDefinition.json': form,
      'y.json': form,
    };

    expect(rolesOf(files)).toMatchObject({ main: undefined, form: 'y.json' });
  });
});

it.each<[string, string | null, object, readonly string[]]>([
  ['the one its plan names', guid, template(), []],
  ['it in other letters', guid, template({ name: `PID-${guid.toUpperCase()}` }), []],
  ['it beside another one', guid, template({ name: `pid-${guid.replace('1', '9')}` }), []],
  ['one although its plan names none', null, template(), []],
  ['another one', guid.replace('1', '9'), template(), ['usage-attribution-differs error mainTemplate.json']],
  ['none at all', guid, { $schema: schema, resources: [] }, ['usage-attribution error mainTemplate.json']],
])('a template that carries %s is told so or passes', (_what, trackingId, mainTemplate, expected) => {
  expect(idsOf({ ...packageOf({ ...whole, 'mainTemplate.json': mainTemplate }), trackingId })).toEqual(
    expected,
  );
});
