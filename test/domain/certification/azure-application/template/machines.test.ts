import type { PackageFacts } from '../../../../../src/domain/certification/package-facts';
import { templateRules } from '../../../../../src/domain/certification/rules/azure-application/template/table';
import { deployment, mainTemplate, ruleNamed, saidBy } from '../../../../support/template-facts';

type Case = readonly [what: string, facts: PackageFacts, said: readonly string[]];

const vm = 'Microsoft.Compute/virtualMachines';
const sized = (hardwareProfile: unknown, variables = {}): PackageFacts =>
  mainTemplate({ variables, resources: [{ type: vm, properties: { hardwareProfile } }] });
const imaged = (imageReference: unknown, variables = {}): PackageFacts =>
  mainTemplate({ variables, resources: [{ type: vm, properties: { storageProfile: { imageReference } } }] });
const size = '/resources/0/properties/hardwareProfile';
const image = '/resources/0/properties/storageProfile/imageReference';

describe.each<readonly [string, readonly Case[]]>([
  [
    'VM-Size-Should-Be-A-Parameter',
    [
      ['a parameter', sized({ vmSize: "[parameters('size')]" }), []],
      [
        'a choice by a parameter',
        sized({ vmSize: "[variables('sizes')[parameters('s')].vm]" }, { sizes: { s: { vm: 'x' } } }),
        [],
      ],
      [
        'a parameter through a variable',
        sized({ vmSize: "[variables('s')]" }, { s: "[toLower(parameters('x'))]" }),
        [],
      ],
      ['a profile that is a parameter', sized("[parameters('profile')]"), []],
      [
        'a profile in a variable, with a parameter',
        sized("[variables('p')]", { p: { vmSize: "[parameters('s')]" } }),
        [],
      ],
      ['a literal', sized({ VMSize: 'Standard_A1' }), [`error ${size}/VMSize`]],
      [
        'a literal in a variable',
        sized({ vmSize: "[variables('s')]" }, { s: 'Standard_A1' }),
        [`error ${size}/vmSize`],
      ],
      [
        'a profile in a variable, with a literal',
        sized("[variables('p')]", { p: { vmSize: 'Standard_A1' } }),
        [`error ${size}`],
      ],
      [
        'no profile',
        mainTemplate({ resources: [{ type: vm, properties: {} }] }),
        ['error /resources/0/properties'],
      ],
      [
        'a machine that is there already',
        mainTemplate({ resources: { a: { type: vm, existing: true, properties: {} } } }),
        [],
      ],
      [
        'another kind of machine',
        mainTemplate({ resources: [{ type: 'a.b/c', properties: { vmSize: 'x' } }] }),
        ['error /resources/0/properties/vmSize'],
      ],
      [
        'handed to a deployment',
        mainTemplate({
          resources: [deployment({}, { parameters: { vmSize: { value: "[parameters('s')]" } } })],
        }),
        [],
      ],
    ],
  ],
  [
    'Virtual-Machines-Should-Not-Be-Preview',
    [
      ['a released image', imaged({ offer: 'preview-tools', sku: '20_04', version: 'latest' }), []],
      ['a preview version', imaged({ offer: 'x', version: 'latest-Preview' }), [`error ${image}/version`]],
      [
        'a preview in a variable',
        imaged("[variables('i')]", { i: { sku: '2025-preview' } }),
        ['error /variables/i/sku'],
      ],
      [
        'a version in a variable',
        imaged({ version: "[variables('v')]" }, { v: 'preview' }),
        ['error /variables/v'],
      ],
      ['what the customer chooses', imaged({ version: "[parameters('preview')]" }), []],
    ],
  ],
  [
    'VM-Images-Should-Use-Latest-Version',
    [
      ['latest', imaged({ offer: 'x', version: 'latest' }), []],
      ['a parameter', imaged({ version: "[parameters('v')]" }), []],
      ['an image by id', imaged({ id: "[resourceId('a.b/images', 'c')]" }), []],
      ['a fixed version', imaged({ version: '1.2.3' }), [`warning ${image}/version`]],
      [
        'a fixed version in a variable',
        imaged("[variables('i')]", { i: { version: '1.2.3' } }),
        ['warning /variables/i/version'],
      ],
    ],
  ],
  [
    'ManagedIdentityExtension-must-not-be-used',
    [
      [
        'as a child',
        mainTemplate({
          resources: [
            {
              type: vm,
              resources: [{ type: 'extensions', properties: { type: 'ManagedIdentityExtensionForLinux' } }],
            },
          ],
        }),
        ['error /resources/0/resources/0/properties/type'],
      ],
      [
        'in the profile of a scale set, by its publisher',
        mainTemplate({
          variables: { t: 'Anything' },
          resources: [
            {
              extensionProfile: {
                extensions: [
                  { properties: { publisher: 'microsoft.managedidentity', type: "[variables('t')]" } },
                ],
              },
            },
          ],
        }),
        ['error /resources/0/extensionProfile/extensions/0/properties/type'],
      ],
      [
        'an identity of its own',
        mainTemplate({
          resources: [
            {
              type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
              identity: { type: 'SystemAssigned' },
            },
          ],
        }),
        [],
      ],
    ],
  ],
])('%s', (alias, cases) => {
  it.each(cases)('%s', (_what, facts, said) => {
    expect(saidBy(ruleNamed(templateRules, alias), facts)).toEqual(said);
  });
});
