import type { PackageFacts } from '../../../../../src/domain/certification/package-facts';
import { templateExpression } from '../../../../../src/domain/certification/rules/azure-application/template/expression';
import { templateRules } from '../../../../../src/domain/certification/rules/azure-application/template/table';
import { judgeByRules } from '../../../../../src/domain/certification/run-rules';
import { deployment, mainTemplate, packageOf, ruleNamed, saidBy } from '../../../../support/template-facts';

type Case = readonly [what: string, facts: PackageFacts, said: readonly string[]];

const schemas = 'https://schema.management.azure.com/schemas';

describe.each<readonly [string, readonly Case[]]>([
  [
    'DeploymentTemplate-Schema-Is-Correct',
    [
      ['of a resource group', mainTemplate({}), []],
      [
        'without the sign at the end',
        mainTemplate({ $schema: `${schemas}/2019-08-01/tenantDeploymentTemplate.json` }),
        [],
      ],
      [
        'of a management group',
        mainTemplate({ $schema: `${schemas}/2019-08-01/managementGroupDeploymentTemplate.json#` }),
        [],
      ],
      [
        'an old one',
        mainTemplate({ $schema: `${schemas}/2015-01-01/deploymentTemplate.json#` }),
        ['warning /$schema'],
      ],
      [
        'one that never was',
        mainTemplate({ $schema: `${schemas}/2019-01-01/deploymentTemplate.json#` }),
        ['error /$schema'],
      ],
      ['none', packageOf({ 'mainTemplate.json': { resources: [] } }), ['error ']],
      ['no text', packageOf({ 'mainTemplate.json': { $schema: 1, resources: [] } }), ['error /$schema']],
      [
        'none in a nested template',
        mainTemplate({ resources: [deployment({ $schema: undefined })] }),
        ['error /resources/0/properties/template'],
      ],
    ],
  ],
  [
    'DeploymentTemplate-Must-Not-Contain-Hardcoded-Uri',
    [
      ['asked for', mainTemplate({ variables: { a: '[environment().resourceManager]' } }), []],
      [
        'written down',
        mainTemplate({ variables: { a: 'https://Management.Azure.com/' } }),
        ['error /variables/a'],
      ],
      [
        'of a part',
        mainTemplate({ resources: [{ a: ["[concat('x.blob.', 'acc.blob.core.windows.net')]"] }] }),
        ['error /resources/0/a/0'],
      ],
      [
        'of another cloud',
        mainTemplate({ variables: { a: 'x.vault.usgovcloudapi.net' } }),
        ['error /variables/a'],
      ],
      [
        'with a placeholder',
        mainTemplate({ outputs: { o: { value: "[format('{0}.database.windows.net', 'a')]" } } }),
        ['error /outputs/o/value'],
      ],
      [
        'of somebody else',
        mainTemplate({ variables: { a: 'https://mycore.windows.network', b: 'https://notvault.azure.net' } }),
        [],
      ],
      [
        'in a parameter',
        mainTemplate({ parameters: { a: { defaultValue: 'https://vault.azure.net' } } }),
        [],
      ],
      [
        'in a description',
        mainTemplate({
          resources: [{ comments: 'graph.windows.net', metadata: { d: 'graph.windows.net' } }],
        }),
        [],
      ],
      [
        'the gallery of modules',
        mainTemplate({ variables: { a: 'https://devopsgallerystorage.blob.core.windows.net/x' } }),
        [],
      ],
      [
        'in a nested template',
        mainTemplate({ resources: [deployment({ outputs: { o: { value: 'graph.windows.net' } } })] }),
        ['error /resources/0/properties/template/outputs/o/value'],
      ],
    ],
  ],
  [
    'providers_apiVersions-Is-Not-Permitted',
    [
      ['written down', mainTemplate({ resources: [{ apiVersion: '2020-01-01' }] }), []],
      [
        'looked up',
        mainTemplate({ resources: [{ apiVersion: "[ Providers('a','b').apiVersions[0]]" }] }),
        ['error /resources/0/apiVersion'],
      ],
      [
        'looked up in a variable',
        mainTemplate({
          variables: { v: "[providers('a','b').apiVersions[0]]" },
          resources: { r: { apiVersion: "[variables('v')]" } },
        }),
        ['error /resources/r/apiVersion'],
      ],
      ['a text of that name', mainTemplate({ resources: [{ apiVersion: "[parameters('providers')]" }] }), []],
    ],
  ],
  [
    'Template-Should-Not-Contain-Blanks',
    [
      [
        'parts of a template',
        mainTemplate({ parameters: {}, variables: {}, functions: [], resources: [], outputs: {} }),
        [],
      ],
      [
        'defaults of parameters',
        mainTemplate({ parameters: { a: { defaultValue: '' }, b: { defaultValue: [] } } }),
        [],
      ],
      ['a text', mainTemplate({ resources: [{ kind: '' }] }), ['error /resources/0/kind']],
      ['an object', mainTemplate({ resources: [{ sku: {} }] }), ['error /resources/0/sku']],
      ['an array', mainTemplate({ variables: { a: { b: [] } } }), ['error /variables/a/b']],
      ['nothing', mainTemplate({ outputs: { o: { value: null } } }), ['error /outputs/o/value']],
      ['a text with a blank', mainTemplate({ resources: [{ kind: ' ' }] }), []],
      ['an item of a list', mainTemplate({ parameters: { a: { allowedValues: ['', 'x'] } } }), []],
      ['zero and false', mainTemplate({ resources: [{ a: 0, b: false }] }), []],
      [
        'an assigned identity',
        mainTemplate({
          resources: [{ identity: { userAssignedIdentities: { "[resourceId('a.b/c', 'd')]": {} } } }],
        }),
        [],
      ],
      [
        'handed to a deployment',
        mainTemplate({ resources: [deployment({}, { parameters: { p: { value: '' } } })] }),
        [],
      ],
      ['properties of a resource', mainTemplate({ resources: [{ properties: {} }] }), []],
      [
        'inside a nested template',
        mainTemplate({ resources: [deployment({ variables: { a: '' } })] }),
        ['error /resources/0/properties/template/variables/a'],
      ],
    ],
  ],
])('%s', (alias, cases) => {
  it.each(cases)('%s', (_what, facts, said) => {
    expect(saidBy(ruleNamed(templateRules, alias), facts)).toEqual(said);
  });
});

describe('the rule on expressions', () => {
  it.each<Case>([
    ['takes good ones', mainTemplate({ outputs: { o: { value: "[f('a')]" } } }), []],
    [
      'names the place of a bad one',
      mainTemplate({ outputs: { o: { value: "[f('a']" } } }),
      ['error /outputs/o/value'],
    ],
    [
      'leaves descriptions alone',
      mainTemplate({
        parameters: { a: { metadata: { description: '[required]' }, allowedValues: ['[a]'] } },
      }),
      [],
    ],
  ])('%s', (_what, facts, said) => {
    expect(saidBy(templateExpression, facts)).toEqual(said);
  });
});

describe('findings on templates', () => {
  it('name file, pointer, line and column', () => {
    const text = `{\n  "$schema": "${schemas}/2019-04-01/deploymentTemplate.json#",\n  "resources": [\n    { "location": "westus" }\n  ]\n}`;

    const { findings } = judgeByRules(packageOf({ 'nested/x.json': text }), templateRules);

    expect(findings.map(({ target }) => target)).toEqual([
      { file: 'nested/x.json', pointer: '/resources/0/location', line: 4, column: 7 },
    ]);
  });

  it('are not made where there is no template', () => {
    const { tests } = judgeByRules(
      packageOf({ 'a.json': { $schema: 'https://x/deploymentParameters.json#' } }),
      templateRules,
    );

    expect(new Set(tests.map(({ result }) => result))).toEqual(new Set(['notRun']));
  });
});

it('shows a limit in quotation marks as it is written', () => {
  const rule = ruleNamed(templateRules, 'Min-And-Max-Value-Are-Numbers');
  const facts = mainTemplate({ parameters: { n: { type: 'int', minValue: '1', maxValue: 2 } } });

  expect(rule.check(facts)).toMatchObject([{ actual: '"1"' }]);
});
