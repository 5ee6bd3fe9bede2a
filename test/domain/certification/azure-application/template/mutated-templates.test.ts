import fc from 'fast-check';
import { templateRules } from '../../../../../src/domain/certification/rules/azure-application/template/table';
import { judgeByRules, ruleCrashed } from '../../../../../src/domain/certification/run-rules';
import { deployment, packageOf, template } from '../../../../support/template-facts';

type Path = readonly (string | number)[];

/** Something of everything that the rules look at. */
const rich: unknown = template({
  metadata: { _generator: { name: 'other' } },
  parameters: {
    location: { type: 'string', defaultValue: '[resourceGroup().location]' },
    pw: { type: 'securestring', defaultValue: '[newGuid()]' },
    count: { type: 'int', minValue: 1, maxValue: 3 },
    _artifactsLocation: { type: 'string', defaultValue: '[deployment().properties.templateLink.uri]' },
    _artifactsLocationSasToken: { type: 'securestring', defaultValue: '' },
  },
  functions: [
    {
      namespace: 'my',
      members: { f: { parameters: [{ name: 'a' }], output: { value: "[parameters('a')]" } } },
    },
  ],
  variables: {
    copy: [{ name: 'disks', count: 2, input: { lun: "[copyIndex('disks')]" } }],
    a: { b: ["[variables('c')]", { vmSize: "[parameters('pw')]" }] },
    c: "[concat('x', variables('a').b[0], '''')]",
    image: { offer: 'x', version: '1' },
  },
  resources: [
    {
      type: 'Microsoft.Compute/virtualMachines',
      apiVersion: "[providers('a', 'b').apiVersions[0]]",
      location: "[parameters('location')]",
      dependsOn: ["[if(f(), 'a', resourceId('a.b/c', 'd'))]"],
      tags: { id: '' },
      properties: {
        hardwareProfile: "[variables('a').b[1]]",
        osProfile: { adminUsername: "[variables('c')]", adminPassword: "[parameters('pw')]" },
        storageProfile: { imageReference: "[variables('image')]" },
        settings: { fileUris: ["[concat('a', 'b')]"], commandToExecute: "[listKeys('x', '1').k]" },
        subnetId: "[variables('a').b[0]]",
      },
      resources: [
        { type: 'extensions', properties: { type: 'ManagedIdentityExtensionForLinux', publisher: 'x' } },
      ],
    },
    deployment(
      { parameters: { p: { type: 'int' } }, outputs: { o: { value: "[parameters('p')]" } } },
      {
        debugSetting: { detailLevel: 'none' },
        parameters: { p: { value: "[parameters('count')]" } },
        expressionEvaluationOptions: { scope: 'outer' },
      },
    ),
    {
      type: 'Microsoft.Resources/deployments',
      properties: { templateLink: { uri: "[uri('a', 'nested/b.json?x')]" } },
    },
  ],
  outputs: { password: { type: 'string', value: "[reference('x').y]" } },
});

function pathsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((each: unknown, at) => (String(at) === String(key) ? replaced(each, rest, by) : each));
  return Object.fromEntries(
    Object.entries(value ?? {}).map(([name, each]) => [name, name === key ? replaced(each, rest, by) : each]),
  );
}

const paths = pathsIn(rich);
const expressionText = fc
  .array(
    fc.constantFrom(
      "variables('a')",
      "variables('copy')",
      "parameters('pw')",
      "['x']",
      '[0]',
      '.b',
      'concat(',
      'if(',
      ')',
      ',',
      "'",
      '[',
      ']',
      'resourceId(',
      "'a.b/c'",
      'listKeys(',
      'reference(',
      ' ',
    ),
    { maxLength: 12 },
  )
  .map((parts) => `[${parts.join('')}]`);
const replacement = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  expressionText,
  fc.constantFrom<unknown>(null, '', [], {}, [[]], [null], { value: null }, '[', '[]', {
    copy: [null, { name: 1 }],
  }),
  fc.constantFrom(...paths).map((path) => path.reduce<unknown>((value, key) => Object(value)[key], rich)),
);
const mutation = fc.record({ path: fc.constantFrom(...paths), by: replacement });

describe('the template rules', () => {
  it('never crash and always say the same, whatever became of a template', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 4 }), (mutations) => {
        const broken = mutations.reduce((value, { path, by }) => replaced(value, path, by), rich);
        const files = {
          'mainTemplate.json': JSON.stringify(broken),
          'nested/b.json': template({ resources: [] }),
        };

        const { findings } = judgeByRules(packageOf(files), templateRules);

        expect(findings.filter(({ ruleId }) => ruleId === ruleCrashed.id)).toEqual([]);
        expect(judgeByRules(packageOf(files), templateRules).findings).toEqual(findings);
      }),
      { numRuns: 400 },
    );
  });

  it('find something in a template that is wrong in most ways', () => {
    const { tests } = judgeByRules(packageOf({ 'mainTemplate.json': rich }), templateRules);

    expect(tests.filter(({ result }) => result !== 'pass').length).toBeGreaterThan(9);
  });

  it.each([
    [
      'variables that name each other',
      { a: "[variables('b')]", b: "[concat(variables('a'), variables('b'))]" },
    ],
    ['a variable that is inside itself', { a: { b: "[variables('a')]" } }],
    [
      'a long chain of variables',
      Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`a${at}`, `[variables('a${at + 1}')]`])),
    ],
    [
      'many that name all others',
      Object.fromEntries(
        Array.from({ length: 60 }, (_, at) => [
          `a${at}`,
          `[concat(${Array.from({ length: 60 }, (_each, other) => `variables('a${other}')`).join(',')})]`,
        ]),
      ),
    ],
  ])('come to an end with %s', (_what, variables) => {
    const uses = Object.keys(variables).map((name) => ({
      id: `[variables('${name}')]`,
      adminUsername: `[variables('${name}').b.b]`,
      vmSize: `[variables('${name}')]`,
    }));

    const { findings } = judgeByRules(
      packageOf({ 'mainTemplate.json': template({ variables, resources: uses }) }),
      templateRules,
    );

    expect(findings.some(({ ruleId }) => ruleId === ruleCrashed.id)).toBe(false);
  });
});
