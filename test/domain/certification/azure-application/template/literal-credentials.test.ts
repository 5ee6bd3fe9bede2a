import type { PackageFacts } from '../../../../../src/domain/certification/package-facts';
import { templateRules } from '../../../../../src/domain/certification/rules/azure-application/template/table';
import { deployment, mainTemplate, ruleNamed, saidBy } from '../../../../support/template-facts';

type Case = readonly [what: string, facts: PackageFacts, said: readonly string[]];

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
