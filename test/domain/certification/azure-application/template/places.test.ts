import type { PackageFacts } from '../../../../../src/domain/certification/package-facts';
import { templateRules } from '../../../../../src/domain/certification/rules/azure-application/template/table';
import {
  deployment,
  mainTemplate,
  packageOf,
  ruleNamed,
  saidBy,
  template,
} from '../../../../support/template-facts';

type Case = readonly [what: string, facts: PackageFacts, said: readonly string[]];

const location = (defaultValue?: unknown, type = 'string'): object => ({
  location: { type, ...(defaultValue === undefined ? {} : { defaultValue }) },
});

describe.each<readonly [string, readonly Case[]]>([
  [
    'Location-Should-Not-Be-Hardcoded',
    [
      [
        'the resource group’s as default',
        mainTemplate({ parameters: location('[ resourcegroup().Location ]') }),
        [],
      ],
      ['the deployment’s as default', mainTemplate({ parameters: location('[deployment().location]') }), []],
      ['global as default', mainTemplate({ parameters: location('Global') }), []],
      [
        'a region as default',
        mainTemplate({ parameters: location('westus') }),
        ['error /parameters/location/defaultValue'],
      ],
      [
        'a region put together',
        mainTemplate({ parameters: location("[concat('west', 'us')]") }),
        ['error /parameters/location/defaultValue'],
      ],
      [
        'no text',
        mainTemplate({ parameters: location(undefined, 'object') }),
        ['error /parameters/location/type'],
      ],
      [
        'a default in a nested template',
        mainTemplate({ resources: [deployment({ parameters: location('global') })] }),
        ['error /resources/0/properties/template/parameters/location/defaultValue'],
      ],
      [
        'a default in a linked template',
        packageOf({
          'mainTemplate.json': template({
            resources: [
              {
                type: 'Microsoft.Resources/deployments',
                properties: {
                  templateLink: { uri: "[uri(parameters('_artifactsLocation'), 'nested/vm.json')]" },
                },
              },
            ],
          }),
          'nested/vm.json': template({
            parameters: location('[resourceGroup().location]'),
            resources: [deployment({})],
          }),
        }),
        ['error /parameters/location/defaultValue'],
      ],
      [
        'a default in a template of another name that deploys others',
        packageOf({
          'deploy.json': template({
            parameters: location('[resourceGroup().location]'),
            resources: [deployment({})],
          }),
        }),
        [],
      ],
      [
        'the resource group’s where the parameter belongs',
        mainTemplate({
          parameters: {
            ...location(),
            other: { type: 'string', defaultValue: '[resourceGroup().location]' },
          },
          variables: { a: "[concat('x', resourceGroup().location)]" },
          resources: [
            {
              type: 'a.b/c',
              location: "[parameters('location')]",
              tags: { at: '[resourceGroup().location]' },
            },
          ],
        }),
        ['error /variables/a', 'error /resources/0/tags/at'],
      ],
      ['the resource group’s name', mainTemplate({ variables: { a: '[resourceGroup().name]' } }), []],
      [
        'where a deployment keeps its records',
        mainTemplate({ resources: [{ ...deployment({}), location: '[deployment().location]' }] }),
        [],
      ],
      [
        'a resource group where the deployment is',
        mainTemplate({
          resources: [{ type: 'Microsoft.Resources/resourceGroups', location: '[deployment().location]' }],
        }),
        ['error /resources/0/location'],
      ],
    ],
  ],
  [
    'Resources-Should-Have-Location',
    [
      ['an expression', mainTemplate({ resources: [{ location: "[parameters('l')]" }] }), []],
      ['global', mainTemplate({ resources: [{ location: 'GLOBAL' }] }), []],
      ['none', mainTemplate({ resources: [{ type: 'a.b/c' }] }), []],
      ['a region', mainTemplate({ resources: [{ location: 'westus' }] }), ['error /resources/0/location']],
      ['an empty text', mainTemplate({ resources: [{ location: '' }] }), ['error /resources/0/location']],
      ['a list of regions inside', mainTemplate({ resources: [{ properties: { location: 'westus' } }] }), []],
      [
        'a region of a child, a named resource and a nested one',
        mainTemplate({
          resources: {
            one: { location: 'global', resources: [{ location: 'a' }] },
            two: deployment({ resources: [{ location: 'b' }] }),
          },
        }),
        [
          'error /resources/one/resources/0/location',
          'error /resources/two/properties/template/resources/0/location',
        ],
      ],
    ],
  ],
])('%s', (alias, cases) => {
  it.each(cases)('%s', (_what, facts, said) => {
    expect(saidBy(ruleNamed(templateRules, alias), facts)).toEqual(said);
  });
});
