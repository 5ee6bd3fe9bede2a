import type { PackageFacts } from '../../../../../src/domain/certification/package-facts';
import { templateRules } from '../../../../../src/domain/certification/rules/azure-application/template/table';
import { deployment, mainTemplate, ruleNamed, saidBy } from '../../../../support/template-facts';

type Case = readonly [what: string, facts: PackageFacts, said: readonly string[]];

const secure = { pw: { type: 'SecureString' }, plain: { type: 'string' } };

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
])('%s', (alias, cases) => {
  it.each(cases)('%s', (_what, facts, said) => {
    expect(saidBy(ruleNamed(templateRules, alias), facts)).toEqual(said);
  });
});
