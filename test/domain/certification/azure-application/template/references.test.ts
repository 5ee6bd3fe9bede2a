import type { PackageFacts } from '../../../../../src/domain/certification/package-facts';
import { templateRules } from '../../../../../src/domain/certification/rules/azure-application/template/table';
import { mainTemplate, ruleNamed, saidBy } from '../../../../support/template-facts';

type Case = readonly [what: string, facts: PackageFacts, said: readonly string[]];

const property = (name: string, value: unknown, variables = {}): PackageFacts =>
  mainTemplate({ variables, resources: [{ type: 'a.b/c', properties: { [name]: value } }] });
const variable = (value: string): PackageFacts => mainTemplate({ variables: { v: value } });

const at = '/resources/0/properties';

describe.each<readonly [string, readonly Case[]]>([
  [
    'IDs-Should-Be-Derived-From-ResourceIDs',
    [
      ['resourceId', property('id', "[resourceId('a.b/c', 'd')]"), []],
      ['a parameter', property('subnetId', "[parameters('id')]"), []],
      ['reference', property('id', "[reference('x').id]"), []],
      ['the id of a group', property('id', '[resourceGroup().id]'), []],
      [
        'a condition with two good branches',
        property('id', "[if(f(), resourceId('a.b/c','d'), json('null'))]"),
        [],
      ],
      [
        'a condition with a bad branch',
        property('id', "[if(f(), concat('a', 'b'), json('null'))]"),
        [`error ${at}/id`],
      ],
      ['put together', property('id', "[concat(parameters('vnet'), '/subnets/x')]"), [`error ${at}/id`]],
      [
        'formatted',
        property('subnetId', "[format('{0}/subnets/x', parameters('vnet'))]"),
        [`error ${at}/subnetId`],
      ],
      ['a name that is formatted', property('dashboardItemId', "[format('{0}-x', parameters('a'))]"), []],
      [
        'a literal id',
        property('workspaceResourceId', '/subscriptions/1/x'),
        [`error ${at}/workspaceResourceId`],
      ],
      [
        'a literal id of a provider',
        property('roleDefinitionId', '/providers/x/y'),
        [`error ${at}/roleDefinitionId`],
      ],
      [
        'an id in a variable',
        property('id', "[variables('i')]", { i: "[concat('/subscriptions/', 'x')]" }),
        [`error ${at}/id`],
      ],
      ['anything else in a variable', property('id', "[variables('i')]", { i: "[guid('x')]" }), []],
      ['a word', property('id', 'x'), [`error ${at}/id`]],
      ['a number', property('Id', 7), [`error ${at}/Id`]],
      ['names that only end so', property('grid', '/subscriptions/1'), []],
      [
        'ids of people and editions',
        mainTemplate({ resources: [{ tenantId: 'x', planId: 'y', vlanId: 3, raceId: 'z' }] }),
        [],
      ],
      ['a tag', mainTemplate({ resources: [{ tags: { id: 'x', ownerTeamId: '/providers/x' } }] }), []],
      ['a variable', mainTemplate({ variables: { id: 'x' } }), []],
      [
        'names inside a document database',
        mainTemplate({
          resources: [
            {
              type: 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers',
              properties: { resource: { id: 'x' } },
            },
          ],
        }),
        [],
      ],
      [
        'what Bicep has written',
        mainTemplate({
          metadata: { _generator: { name: 'bicep' } },
          resources: [{ id: "[format('a', 'b')]" }],
        }),
        [],
      ],
    ],
  ],
  [
    'ResourceIds-should-not-contain',
    [
      ['a type and a name', variable("[resourceId('a.b/c', concat('x', 'y'))]"), []],
      ['another group', variable("[resourceId(parameters('rg'), 'a.b/c', 'x')]"), []],
      ['this group', variable("[resourceId(resourceGroup().name, 'a.b/c', 'x')]"), ['error /variables/v']],
      [
        'this subscription',
        variable("[concat('a', ResourceID( subscription().subscriptionId, 'rg', 'a.b/c', 'x'))]"),
        ['error /variables/v'],
      ],
      ['a type put together', variable("[tenantResourceId(concat('a.b/c'), 'x')]"), ['error /variables/v']],
      ['a reference by name', variable("[reference(resourceId('a.b/c', 'x')).y]"), []],
      ['a reference put together', variable("[reference(concat('a.b/c/', 'x')).y]"), ['error /variables/v']],
      [
        'keys of an id put together',
        variable("[listKeys(concat('a.b/c/', 'x'), '1').k]"),
        ['error /variables/v'],
      ],
      ['a text that mentions it', variable("[concat('resourceId(concat())')]"), []],
      ['a function of the author', variable("[my.resourceId(concat('a'))]"), []],
    ],
  ],
  [
    'Resources-Should-Not-Be-Ambiguous',
    [
      ['as many names as parts', variable("[resourceId('a.b/c/d', 'x', 'y')]"), []],
      ['a slash at the end', variable("[resourceId('rg', 'a.b/c/', 'x')]"), []],
      ['a type that is worked out', variable("[resourceId(parameters('t'), 'x', 'y')]"), []],
      ['a name too few', variable("[resourceId('a.b/c/d', 'x')]"), ['warning /variables/v']],
      ['a name too many', variable("[subscriptionResourceId('a.b/c', 'x', 'y')]"), ['warning /variables/v']],
      ['an extension’s', variable("[extensionResourceId(resourceId('a.b/c', 'x'), 'd.e/f', 'y')]"), []],
    ],
  ],
  [
    'URIs-Should-Be-Properly-Constructed',
    [
      ['made by uri', property('uri', "[uri(concat('a', 'b'), 'c')]"), []],
      ['put together', property('storageUrl', "[concat('a', 'b')]"), [`error ${at}/storageUrl`]],
      ['formatted', property('URI', "[format('https://{0}', 'b')]"), [`error ${at}/URI`]],
      [
        'one of several',
        property('fileUris', ["[uri('a', 'b')]", "[concat('a', 'b')]"]),
        [`error ${at}/fileUris/1`],
      ],
      [
        'in a variable',
        mainTemplate({ variables: { scriptUri: "[concat('a', 'b')]" } }),
        ['error /variables/scriptUri'],
      ],
      ['something else', property('curious', "[concat('a', 'b')]"), []],
      [
        'an output named so',
        mainTemplate({ outputs: { url: { type: 'string', value: "[concat('a', 'b')]" } } }),
        [],
      ],
    ],
  ],
  [
    'DependsOn-Best-Practices',
    [
      [
        'ids and names',
        mainTemplate({
          resources: [
            { dependsOn: ["[resourceId('a.b/c', if(f(), 'x', 'y'))]", 'name', "[variables('n')]"] },
          ],
        }),
        [],
      ],
      [
        'a condition',
        mainTemplate({ resources: [{ dependsOn: ["[ if (f(), 'x', 'y')]"] }] }),
        ['error /resources/0/dependsOn/0'],
      ],
      [
        'put together',
        mainTemplate({ resources: [{ resources: [{ dependsOn: ['a', "[Concat('a.b/c/', 'x')]"] }] }] }),
        ['error /resources/0/resources/0/dependsOn/1'],
      ],
      [
        'put together for a loop',
        mainTemplate({ resources: [{ dependsOn: ["[concat('a', copyIndex('l'))]"] }] }),
        [],
      ],
      [
        'one expression for all',
        mainTemplate({ resources: [{ dependsOn: "[if(f(), variables('a'), variables('b'))]" }] }),
        ['error /resources/0/dependsOn'],
      ],
    ],
  ],
  [
    'Dynamic-Variable-References-Should-Not-Use-Concat',
    [
      ['picked by index', variable("[variables('a')[concat('b', parameters('c'))]]"), []],
      ['named by a parameter', variable("[variables(parameters('a'))]"), []],
      [
        'put together',
        mainTemplate({ outputs: { o: { value: "[variables(toLower(concat('a', parameters('b'))))]" } } }),
        ['error /outputs/o/value'],
      ],
    ],
  ],
])('%s', (alias, cases) => {
  it.each(cases)('%s', (_what, facts, said) => {
    expect(saidBy(ruleNamed(templateRules, alias), facts)).toEqual(said);
  });
});
