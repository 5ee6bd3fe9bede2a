import type { PackageFacts } from '../../../../../src/domain/certification/package-facts';
import { templateRules } from '../../../../../src/domain/certification/rules/azure-application/template/table';
import { deployment, mainTemplate, ruleNamed, saidBy } from '../../../../support/template-facts';

type Case = readonly [what: string, facts: PackageFacts, said: readonly string[]];

const secure = { pw: { type: 'SecureString' }, plain: { type: 'string' } };
const machine = (osProfile: unknown, more: Readonly<Record<string, unknown>> = {}): PackageFacts =>
  mainTemplate({
    ...more,
    resources: [{ type: 'Microsoft.Compute/virtualMachines', properties: { osProfile } }],
  });
const profile = '/resources/0/properties/osProfile';

describe.each([
  ['adminUsername-Should-Not-Be-A-Literal', 'adminUsername', 'administratorLogin'],
  ['adminPassword-Should-Not-Be-A-Literal', 'adminPassword', 'administratorLoginPassword'],
])('%s', (alias, name, alsoCalled) => {
  it.each<Case>([
    ['a parameter', machine({ [name]: "[parameters('x')]" }), []],
    ['a literal', machine({ [name]: 'root' }), [`error ${profile}/${name}`]],
    [
      'in any case of letters',
      machine({ [name.toUpperCase()]: 'r' }),
      [`error ${profile}/${name.toUpperCase()}`],
    ],
    ['a database’s literal', machine({ [alsoCalled]: 'root' }), [`error ${profile}/${alsoCalled}`]],
    [
      'literals put together',
      machine({ [name]: "[concat('ro', toLower('OT'))]" }),
      [`error ${profile}/${name}`],
    ],
    ['nothing at all', machine({ [name]: "[json('null')]" }), []],
    ['something unique', machine({ [name]: '[uniqueString(resourceGroup().id)]' }), []],
    [
      'a text that only looks evaluated',
      machine({ [name]: "[[parameters('x')]" }),
      [`error ${profile}/${name}`],
    ],
    [
      'a variable with a literal',
      machine({ [name]: "[variables('a')]" }, { variables: { A: 'root' } }),
      [`error ${profile}/${name}`],
    ],
    [
      'a literal through variables and members',
      machine(
        { [name]: "[variables('a').b[1]]" },
        { variables: { a: { b: ['x', "[variables('c')]"] }, c: 'root' } },
      ),
      [`error ${profile}/${name}`],
    ],
    [
      'a parameter through a variable',
      machine(
        { [name]: "[variables('a').b]" },
        { variables: { a: { b: "[concat(parameters('x'), '1')]" } } },
      ),
      [],
    ],
    [
      'variables in a circle',
      machine({ [name]: "[variables('a')]" }, { variables: { a: "[variables('a')]" } }),
      [`error ${profile}/${name}`],
    ],
    ['the definition of a parameter', mainTemplate({ parameters: { [name]: { type: 'string' } } }), []],
    [
      'a literal handed to a deployment',
      mainTemplate({ resources: [deployment({}, { parameters: { [name]: { value: 'root' } } })] }),
      [`error /resources/0/properties/parameters/${name}/value`],
    ],
    [
      'a literal inside a nested template, by its own variable',
      mainTemplate({
        variables: { a: "[parameters('x')]" },
        resources: [
          deployment({ variables: { a: 'root' }, resources: [{ type: 'a/b', [name]: "[variables('a')]" }] }),
        ],
      }),
      [`error /resources/0/properties/template/resources/0/${name}`],
    ],
    [
      'a nested template with outer scope means the outer variable',
      mainTemplate({
        variables: { a: "[parameters('x')]" },
        resources: [
          deployment(
            { variables: { a: 'root' }, resources: [{ type: 'a/b', [name]: "[variables('a')]" }] },
            { expressionEvaluationOptions: { scope: 'Outer' } },
          ),
        ],
      }),
      [],
    ],
    [
      'a literal in a symbolically named resource’s child',
      mainTemplate({ resources: { vm: { type: 'a/b', resources: { child: { [name]: 'root' } } } } }),
      [`error /resources/vm/resources/child/${name}`],
    ],
  ])('%s', (_what, facts, said) => {
    expect(saidBy(ruleNamed(templateRules, alias), facts)).toEqual(said);
  });
});

describe.each<readonly [string, readonly Case[]]>([
  [
    'Password-params-must-be-secure',
    [
      ['a secure string', mainTemplate({ parameters: { myPassword: { type: 'secureString' } } }), []],
      ['a secure object', mainTemplate({ parameters: { passwords: { type: 'SECUREOBJECT' } } }), []],
      [
        'a string',
        mainTemplate({ parameters: { myPASSWORD: { type: 'string' } } }),
        ['error /parameters/myPASSWORD/type'],
      ],
      [
        'an object',
        mainTemplate({ parameters: { passwords: { type: 'object' } } }),
        ['error /parameters/passwords/type'],
      ],
      ['no type', mainTemplate({ parameters: { password: {} } }), ['error /parameters/password']],
      ['a switch', mainTemplate({ parameters: { disablePasswordAuthentication: { type: 'bool' } } }), []],
      [
        'a nested template’s string',
        mainTemplate({ resources: [deployment({ parameters: { password: { type: 'string' } } })] }),
        ['error /resources/0/properties/template/parameters/password/type'],
      ],
    ],
  ],
  [
    'Secure-String-Parameters-Cannot-Have-Default',
    [
      ['none', mainTemplate({ parameters: secure }), []],
      ['an empty text', mainTemplate({ parameters: { a: { type: 'securestring', defaultValue: '' } } }), []],
      [
        'an empty object',
        mainTemplate({ parameters: { a: { type: 'secureObject', defaultValue: {} } } }),
        [],
      ],
      [
        'a new value',
        mainTemplate({
          parameters: { a: { type: 'securestring', defaultValue: "[concat('P', newGuid())]" } },
        }),
        [],
      ],
      [
        'of a parameter that is not secure',
        mainTemplate({ parameters: { a: { type: 'string', defaultValue: 'x' } } }),
        [],
      ],
      [
        'a literal',
        mainTemplate({ parameters: { a: { type: 'securestring', defaultValue: 'x' } } }),
        ['error /parameters/a/defaultValue'],
      ],
      [
        'the name of the function as a text',
        mainTemplate({ parameters: { a: { type: 'securestring', defaultValue: "[concat('newGuid()')]" } } }),
        ['error /parameters/a/defaultValue'],
      ],
      [
        'an object',
        mainTemplate({ parameters: { a: { type: 'secureObject', defaultValue: { k: 'v' } } } }),
        ['error /parameters/a/defaultValue'],
      ],
    ],
  ],
  [
    'Outputs-Must-Not-Contain-Secrets',
    [
      [
        'a plain parameter',
        mainTemplate({ parameters: secure, outputs: { a: { value: "[parameters('plain')]" } } }),
        [],
      ],
      [
        'a secure parameter in another case of letters',
        mainTemplate({ parameters: secure, outputs: { a: { value: "[concat('x', parameters('PW'))]" } } }),
        ['error /outputs/a/value'],
      ],
      [
        'a secure parameter through a variable',
        mainTemplate({
          parameters: secure,
          variables: { v: { deep: ["[parameters('pw')]"] } },
          outputs: { a: { value: "[variables('v').deep[0]]" } },
        }),
        ['error /outputs/a/value'],
      ],
      [
        'keys',
        mainTemplate({ outputs: { a: { value: { b: ["[first(listKeys('x','1')).v]"] } } } }),
        ['error /outputs/a/value'],
      ],
      ['a member named so', mainTemplate({ outputs: { a: { value: "[reference('x').listKeys]" } } }), []],
      [
        'a text that mentions it',
        mainTemplate({ outputs: { a: { value: "[concat('run listKeys() yourself')]" } } }),
        [],
      ],
      ['a function of the author', mainTemplate({ outputs: { a: { value: "[my.listNames('a')]" } } }), []],
      [
        'the name',
        mainTemplate({ outputs: { adminPassword: { value: 'see mail' } } }),
        ['error /outputs/adminPassword'],
      ],
      [
        'a nested template’s own secure parameter',
        mainTemplate({
          parameters: { pw: { type: 'string' } },
          resources: [deployment({ parameters: secure, outputs: { a: { value: "[parameters('pw')]" } } })],
        }),
        ['error /resources/0/properties/template/outputs/a/value'],
      ],
    ],
  ],
  [
    'Secure-Params-In-Nested-Deployments',
    [
      [
        'inner scope',
        mainTemplate({
          parameters: secure,
          resources: [
            deployment({
              parameters: secure,
              variables: { a: "[parameters('pw')]", b: "[listKeys('x','1')]" },
            }),
          ],
        }),
        [],
      ],
      [
        'outer scope by saying nothing',
        mainTemplate({
          parameters: secure,
          resources: [
            deployment({ variables: { a: "[parameters('pw')]" } }, { expressionEvaluationOptions: {} }),
          ],
        }),
        ['error /resources/0/properties/template/variables/a'],
      ],
      [
        'outer scope and a plain parameter',
        mainTemplate({
          parameters: secure,
          resources: [
            deployment({ variables: { a: "[parameters('plain')]" } }, { expressionEvaluationOptions: {} }),
          ],
        }),
        [],
      ],
      [
        'outer scope inside outer scope, through the outermost variable',
        mainTemplate({
          variables: { v: "[listKeys('x', '1')]" },
          resources: [
            deployment(
              {
                resources: [
                  deployment(
                    { outputs: { o: { value: "[variables('v')]" } } },
                    { expressionEvaluationOptions: { scope: 'outer' } },
                  ),
                ],
              },
              { expressionEvaluationOptions: { scope: 'outer' } },
            ),
          ],
        }),
        ['error /resources/0/properties/template/resources/0/properties/template/outputs/o/value'],
      ],
      [
        'a secure parameter handed over',
        mainTemplate({
          parameters: secure,
          resources: [
            deployment({ parameters: secure }, { parameters: { pw: { value: "[parameters('pw')]" } } }),
          ],
        }),
        [],
      ],
    ],
  ],
  [
    'CommandToExecute-Must-Use-ProtectedSettings-For-Secrets',
    [
      [
        'a secret in settings',
        mainTemplate({
          parameters: secure,
          resources: [{ properties: { settings: { commandToExecute: "[parameters('pw')]" } } }],
        }),
        ['error /resources/0/properties/settings/commandToExecute'],
      ],
      [
        'a secret through a variable',
        mainTemplate({
          parameters: secure,
          variables: { c: "[concat('x ', parameters('pw'))]" },
          resources: [{ properties: { settings: { commandToExecute: "[variables('c')]" } } }],
        }),
        ['error /resources/0/properties/settings/commandToExecute'],
      ],
      [
        'settings that are a variable',
        mainTemplate({
          variables: { s: { commandToExecute: "[listKeys('x','1')]" } },
          resources: [{ properties: { settings: "[variables('s')]" } }],
        }),
        ['error /variables/s/commandToExecute'],
      ],
      [
        'a secret in protected settings',
        mainTemplate({
          parameters: secure,
          resources: [{ properties: { protectedSettings: { commandToExecute: "[parameters('pw')]" } } }],
        }),
        [],
      ],
      [
        'no secret in settings',
        mainTemplate({
          parameters: secure,
          resources: [{ properties: { settings: { commandToExecute: "[parameters('plain')]" } } }],
        }),
        [],
      ],
    ],
  ],
  [
    'Deployment-Resources-Must-Not-Be-Debug',
    [
      ['no setting', mainTemplate({ resources: [deployment({})] }), []],
      ['none', mainTemplate({ resources: [deployment({}, { debugSetting: { detailLevel: 'None' } })] }), []],
      [
        'requests',
        mainTemplate({
          resources: [deployment({}, { debugSetting: { detailLevel: 'requestContent, responseContent' } })],
        }),
        ['error /resources/0/properties/debugSetting/detailLevel'],
      ],
      [
        'requests by a variable',
        mainTemplate({
          variables: { d: { detailLevel: 'requestContent' } },
          resources: [deployment({}, { debugSetting: "[variables('d')]" })],
        }),
        ['error /variables/d/detailLevel'],
      ],
      [
        'what the customer says',
        mainTemplate({ resources: [deployment({}, { debugSetting: { detailLevel: "[parameters('d')]" } })] }),
        ['warning /resources/0/properties/debugSetting/detailLevel'],
      ],
      [
        'a setting of something else',
        mainTemplate({
          resources: [{ type: 'a.b/c', properties: { debugSetting: { detailLevel: 'all' } } }],
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
