import fc from 'fast-check';
import type { Expression } from '../../../../src/domain/arm-template/expression/expression';
import {
  isExpression,
  parseExpression,
} from '../../../../src/domain/arm-template/expression/parse-expression';

/** An expression as one line, so that tables stay readable. */
function shown(expression: Expression | null): string {
  switch (expression?.kind) {
    case undefined:
      return '-';
    case 'text':
      return JSON.stringify(expression.value);
    case 'number':
    case 'name':
      return `${expression.kind}:${expression.value}`;
    case 'call': {
      const name =
        expression.namespace === null ? expression.name : `${expression.namespace}::${expression.name}`;
      return `${name}(${expression.arguments.map(shown).join(' ')})`;
    }
    case 'arrow':
      return `{${expression.names.join(' ')} => ${shown(expression.body)}}`;
    case 'access':
      return expression.steps.reduce(
        (base, step) => `${base}${step.kind === 'member' ? `.${step.name}` : `[${shown(step.index)}]`}`,
        shown(expression.base),
      );
  }
}

describe('a template language expression', () => {
  it.each([
    ["[parameters('a')]", 'parameters("a")'],
    ["[concat(parameters('a'), '-x')]", 'concat(parameters("a") "-x")'],
    ["['it''s']", '"it\'s"'],
    ["['''']", '"\'"'],
    ["['']", '""'],
    ["[concat('a','','b')]", 'concat("a" "" "b")'],
    ['[add(1, -2)]', 'add(number:1 number:-2)'],
    ['[if(true, null, FALSE)]', 'if(name:true name:null name:FALSE)'],
    ["[variables('a')['b'][0].c]", 'variables("a")["b"][number:0].c'],
    ["[variables('a')[parameters('b')].image]", 'variables("a")[parameters("b")].image'],
    ["[listKeys('x', '2021-01-01').keys[0].value]", 'listKeys("x" "2021-01-01").keys[number:0].value'],
    ["[contoso.unique('a')]", 'contoso::unique("a")'],
    ['[resourceGroup().location]', 'resourceGroup().location'],
    ["  [ resourceId ( 'Microsoft.Network/x' , 'n' ) ]  ", 'resourceId("Microsoft.Network/x" "n")'],
    ["[concat(\n    'a',\r\n\t'b')]", 'concat("a" "b")'],
    ["[parameters('a]b')]", 'parameters("a]b")'],
    ['[f()]', 'f()'],
    [
      "[map(steps('s').x, (item) => parse(concat('a', item.id)))]",
      'map(steps("s").x {item => parse(concat("a" name:item.id))})',
    ],
    ['[map(f(), () => 1)]', 'map(f() { => number:1})'],
  ])('is read: %s', (text, expected) => {
    const { root } = parseExpression(text);

    expect(shown(root)).toBe(expected);
  });

  it.each([
    ['plain', false],
    ["[parameters('a')]", true],
    ["[[parameters('a')]", false],
    ["parameters('a')]", false],
    ["[variables('a')].b", false],
    ['\n [f()]\n', true],
    ['[]', true],
    ['', false],
  ])('is what stands in single brackets: %j', (text, expected) => {
    expect(isExpression(text)).toBe(expected);
  });

  it.each([
    ['[]', 'unexpected', 1],
    ["[concat(parameters('a'), 'b']", 'unexpected', 28],
    ["[concat('a' 'b')]", 'unexpected', 12],
    ["[concat('a',)]", 'unexpected', 12],
    ["[f('a]", 'unclosedText', 3],
    ['[f(]', 'unexpected', 3],
    ['[abc]', 'unexpected', 4],
    ['[item.id]', 'unexpected', 8],
    ["[f()] and ['b']", 'unexpected', 6],
    ['[f().]', 'unexpected', 5],
    ['[f().(]', 'unexpected', 5],
    ['[f(1.)]', 'unexpected', 5],
    ['[§]', 'unexpected', 1],
    ['[map(f(), (item) item)]', 'unexpected', 17],
    ['[f(', 'unfinished', 3],
    [`[${'f('.repeat(200)}${')'.repeat(200)}]`, 'tooDeep', 203],
    [`[f(${'[0]'.repeat(10)})]`, 'unexpected', 3],
    [`['${'x'.repeat(30_000)}']`, 'tooLong', 24_576],
  ])('is faulted at the place where it goes wrong: %s', (text, problem, offset) => {
    expect(parseExpression(text)).toMatchObject({ root: null, fault: { problem, offset } });
  });

  it('keeps the calls that were whole before the fault', () => {
    const { calls } = parseExpression("[concat(parameters('a'), variables('b', f(1)]");

    expect(calls.map(({ name }) => name)).toEqual(['parameters', 'f']);
  });

  it('never throws, whatever the text', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '.',
      ',',
      "'",
      "''",
      ' ',
      '\n',
      '=>',
      'f',
      'a.b',
      '0',
      '-1',
      'é',
      '\u2028',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece, { maxLength: 400 }).map((each) => each.join('')),
    );

    fc.assert(
      fc.property(text, (inner) => {
        const { root, fault } = parseExpression(`[${inner}]`);

        expect(root === null).toBe(fault !== null);
        expect(fault?.offset ?? 0).toBeLessThanOrEqual(inner.length + 2);
      }),
      { numRuns: 1000 },
    );
  });

  it('reads back every expression that can be written', () => {
    const name = fc
      .stringMatching(/^[a-z][a-zA-Z0-9_]{0,8}$/)
      .filter((each) => !/^(true|false|null)$/i.test(each));
    const { expression } = fc.letrec<{ expression: string }>((tie) => ({
      expression: fc.oneof(
        { maxDepth: 5, depthSize: 'small' },
        fc.string().map((each) => `'${each.replaceAll("'", "''")}'`),
        fc.integer().map(String),
        fc
          .tuple(name, fc.array(tie('expression'), { maxLength: 4 }), fc.array(name, { maxLength: 2 }))
          .map(
            ([call, parts, steps]) =>
              `${call}( ${parts.join(' , ')})${steps.map((step) => `.${step}`).join('')}`,
          ),
      ),
    }));

    fc.assert(
      fc.property(expression, (text) => {
        expect(parseExpression(`[${text}]`).fault).toBeNull();
      }),
    );
  });

  it.each([
    ['members', (length: number) => `[f()${'.a'.repeat(length / 2)}]`],
    ['arguments', (length: number) => `[f(${'1,'.repeat(length / 2)}1)]`],
    ['quotes', (length: number) => `['${"''".repeat(length / 2)}']`],
    ['white space', (length: number) => `[${' '.repeat(length)}f()]`],
    ['signs', (length: number) => `[f(${'('.repeat(length)}]`],
  ])('takes steps in proportion to its length: %s', (_what, ofLength) => {
    const steps = (length: number): number => {
      const text = ofLength(length);
      let count = 0;
      const counting = new Proxy<object>(Object(text), {
        get(target, key) {
          count += 1;
          const member: unknown = Reflect.get(target, key, target);
          return typeof member === 'function' ? member.bind(text) : member;
        },
      });
      parseExpression(counting as unknown as string);
      return count;
    };

    expect(steps(20_000)).toBeLessThanOrEqual(4.5 * Math.max(100, steps(5_000)));
  });
});
