import type { PackageFacts } from '../../../../../src/domain/certification/package-facts';
import { templateRules } from '../../../../../src/domain/certification/rules/azure-application/template/table';
import { deployment, mainTemplate, ruleNamed, saidBy } from '../../../../support/template-facts';

type Case = readonly [what: string, facts: PackageFacts, said: readonly string[]];

const secure = { pw: { type: 'SecureString' }, plain: { type: 'string' } };

describe.each<readonly [string, readonly Case[]]>([
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
