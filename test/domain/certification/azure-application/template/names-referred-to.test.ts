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

const outer = { expressionEvaluationOptions: { scope: 'outer' } };
const at = '/resources/0/properties';
const nested = `${at}/template`;

describe.each<readonly [string, readonly Case[]]>([
  [
    'Parameters-Must-Be-Referenced',
    [
      [
        'in any part, in any case of letters',
        mainTemplate({
          parameters: { a: {}, b: { defaultValue: "[parameters('A')]" }, c: {}, d: {} },
          variables: { v: "[concat(parameters('b'))]" },
          resources: [{ x: [{ y: "[parameters('C')]" }] }],
          outputs: { o: { value: "[parameters('d')]" } },
        }),
        [],
      ],
      ['not at all', mainTemplate({ parameters: { a: { type: 'string' } } }), ['error /parameters/a']],
      [
        'in a text without its bracket',
        mainTemplate({ parameters: { a: {} }, outputs: { o: { value: "parameters('a')]" } } }),
        ['error /parameters/a'],
      ],
      [
        'in a text that is escaped',
        mainTemplate({ parameters: { a: {} }, outputs: { o: { value: "[[parameters('a')]" } } }),
        ['error /parameters/a'],
      ],
      [
        'inside a quoted text',
        mainTemplate({ parameters: { a: {} }, outputs: { o: { value: "[concat('parameters(''a'')')]" } } }),
        ['error /parameters/a'],
      ],
      [
        'in an expression that breaks off later',
        mainTemplate({ parameters: { a: {} }, outputs: { o: { value: "[concat(parameters('a'), ]" } } }),
        [],
      ],
      [
        'only where a nested template means its own',
        mainTemplate({
          parameters: { a: {} },
          resources: [
            deployment({ parameters: { a: {}, b: {} }, outputs: { o: { value: "[parameters('a')]" } } }),
          ],
        }),
        ['error /parameters/a', `error ${nested}/parameters/b`],
      ],
      [
        'where a nested template has outer scope',
        mainTemplate({
          parameters: { a: {} },
          resources: [deployment({ outputs: { o: { value: "[parameters('a')]" } } }, outer)],
        }),
        [],
      ],
      [
        'in a function, which has parameters of its own',
        mainTemplate({
          parameters: { a: {} },
          functions: [
            {
              namespace: 'n',
              members: { f: { parameters: [{ name: 'a' }], output: { value: "[parameters('a')]" } } },
            },
          ],
        }),
        ['error /parameters/a'],
      ],
      [
        'in each file of its own',
        packageOf({
          'mainTemplate.json': template({ parameters: { a: {} }, resources: [] }),
          'nested/x.json': template({ resources: [{ a: "[parameters('a')]" }] }),
        }),
        ['error /parameters/a'],
      ],
    ],
  ],
  [
    'Variables-Must-Be-Referenced',
    [
      [
        'by another that is used',
        mainTemplate({
          variables: { a: 'x', b: "[variables('a')]" },
          outputs: { o: { value: "[variables('B').c]" } },
        }),
        [],
      ],
      [
        'not at all',
        mainTemplate({ variables: { a: 'x', 'a-b c': 'y' } }),
        ['error /variables/a', 'error /variables/a-b c'],
      ],
      [
        'made by a loop',
        mainTemplate({
          variables: {
            copy: [
              { name: 'used', count: 2, input: 'x' },
              { name: 'idle', count: 2, input: 'x' },
            ],
          },
          outputs: { o: { value: "[variables('used')]" } },
        }),
        ['error /variables/copy/1/input'],
      ],
      [
        'perhaps, by a name that is worked out',
        mainTemplate({ variables: { a: 'x' }, outputs: { o: { value: "[variables(parameters('p'))]" } } }),
        [],
      ],
    ],
  ],
  [
    'Parameter-Types-Should-Be-Consistent',
    [
      ...(
        [
          ['the same type', 'String', "[parameters('s')]", []],
          ['another type', 'int', "[parameters('s')]", [`error ${at}/parameters/p/value`]],
          ['a secret as a plain text', 'string', "[parameters('x')]", [`error ${at}/parameters/p/value`]],
          [
            'a plain text as a secret',
            'securestring',
            "[parameters('s')]",
            [`error ${at}/parameters/p/value`],
          ],
          ['a literal of the type', 'bool', true, []],
          ['a literal text for a secret', 'securestring', 'text', []],
          ['a literal of another type', 'bool', 'true', [`error ${at}/parameters/p/value`]],
          ['what only the deployment knows', 'int', "[length(parameters('s'))]", []],
          ['a member of an object', 'int', "[parameters('s').a]", []],
        ] as const
      ).map(([what, type, value, said]): Case => [
        what,
        mainTemplate({
          parameters: { s: { type: 'string' }, x: { type: 'secureString' } },
          resources: [deployment({ parameters: { P: { type } } }, { parameters: { p: { value } } })],
        }),
        said,
      ]),
      [
        'another type in a linked template',
        packageOf({
          'mainTemplate.json': template({
            resources: [
              {
                type: 'Microsoft.Resources/deployments',
                properties: {
                  templateLink: { relativePath: './nested/x.json' },
                  parameters: { p: { value: [] } },
                },
              },
            ],
          }),
          'nested/x.json': template({ parameters: { p: { type: 'object' } }, resources: [] }),
        }),
        [`error ${at}/parameters/p/value`],
      ],
    ],
  ],
])('%s', (alias, cases) => {
  it.each(cases)('%s', (_what, facts, said) => {
    expect(saidBy(ruleNamed(templateRules, alias), facts)).toEqual(said);
  });
});
