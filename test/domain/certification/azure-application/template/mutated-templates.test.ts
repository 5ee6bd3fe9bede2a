import fc from 'fast-check';
import { templateRules } from '../../../../../src/domain/certification/rules/azure-application/template/table';
import { judgeByRules, ruleCrashed } from '../../../../../src/domain/certification/run-rules';
import { pathsIn, replaced, richTemplate as rich } from '../../../../support/rich-template';
import { packageOf, template } from '../../../../support/template-facts';

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
