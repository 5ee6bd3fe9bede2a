import fc from 'fast-check';
import type { JsonNode } from '../../../src/domain/json/json-tree';
import { positionOf } from '../../../src/domain/json/text-position';
import { readJson } from '../../../src/inspection/package/json-reader';

it('reads whatever JSON there is as every other reader does', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 20 }), fc.constantFrom(0, 2, '\t'), (value, indent) => {
      const { tree, fault } = readJson(JSON.stringify(value, null, indent));

      expect(fault).toBeNull();
      expect(valueOf(tree)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

const signs = [
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '/',
  '*',
  ' ',
  '\n',
  '\\',
  't',
  'null',
  '0',
  '-1',
  '.',
  'e',
  "'",
];

it('ends in a tree or a fault, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...signs) }), (text) => {
      const { tree, fault } = readJson(text);

      expect(tree === null).toBe(fault !== null);
      expect(fault?.offset ?? 0).toBeLessThanOrEqual(text.length);
    }),
  );
});

it.each<[string, string, unknown]>([
  ['comments', '{ // one\n "a": 1 /* two\n */ }', { a: 1 }],
  ['trailing commas', '{ "a": [1, 2, ], }', { a: [1, 2] }],
  ['a byte that looks like an escape', '"\\u0041\\n"', 'A\n'],
])('takes %s', (_what, text, expected) => {
  const { tree, slips } = readJson(text);

  expect(valueOf(tree)).toEqual(expected);
  expect(slips).toEqual([]);
});

it.each<[string, string, unknown, object]>([
  ['a name without quotes', '{ a: 1 }', { a: 1 }, { offset: 2, problem: 'bareName' }],
  ['a text over two lines', '{ "a": "b\r\n c" }', { a: 'b\n c' }, { offset: 7, problem: 'lineBreak' }],
])('takes %s, and says so', (_what, text, expected, slip) => {
  const { tree, slips } = readJson(text);

  expect(valueOf(tree)).toEqual(expected);
  expect(slips).toEqual([slip]);
});

it.each<[string, string, string, number]>([
  ['nothing', '  \n// only this\n', 'empty', 16],
  ['a missing comma', '{ "a": 1 "b": 2 }', 'syntax', 9],
  ['a missing colon', '{ "a" 1 }', 'syntax', 6],
  ['an open end', '{ "a": [1', 'syntax', 9],
  ['a text that never ends', '["a]', 'syntax', 1],
  ['a bad escape', '["\\x"]', 'syntax', 1],
  ['more after the end', '{} {}', 'syntax', 3],
  ['single quotes', "{ 'a': 1 }", 'syntax', 2],
  ['an open comment', '{} /*', 'syntax', 3],
])('stops at %s', (_what, text, problem, offset) => {
  expect(readJson(text)).toMatchObject({ tree: null, fault: { problem, offset } });
});

it('reads 100 levels, and calls deeper files too deep without running out of stack', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

  expect(readJson(nested(101)).fault).toBeNull();
  expect(readJson(nested(102)).fault).toMatchObject({ problem: 'tooDeep' });
  expect(readJson(nested(400_000)).fault).toMatchObject({ problem: 'tooDeep' });
});

it.each<[string, string]>([
  ['values', `[${'1,'.repeat(200_001)}]`],
  ['members', `{${Array.from({ length: 10_001 }, (_each, index) => `"n${index}":1`).join(',')}}`],
])('calls a file with too many %s too large', (_what, text) => {
  expect(readJson(text).fault).toMatchObject({ problem: 'tooLarge' });
});

it('knows the place of everything, with lines of Windows and Unix', () => {
  const { tree, lineStarts } = readJson('{\r\n  "a": 1,\n\n  "b": [true]\n}');
  const [, second] = tree?.kind === 'object' ? tree.members : [];

  expect(positionOf(lineStarts, second?.offset ?? 0)).toEqual({ line: 4, column: 3 });
  expect(positionOf(lineStarts, second?.value.offset ?? 0)).toEqual({ line: 4, column: 8 });
  expect(positionOf(lineStarts, 0)).toEqual({ line: 1, column: 1 });
  expect(positionOf(readJson('{\r"a": 1\r}').lineStarts, 3)).toEqual({ line: 2, column: 2 });
});

/** What `JSON.parse` would give. */
function valueOf(node: JsonNode | null): unknown {
  switch (node?.kind) {
    case undefined:
    case 'null':
      return null;
    case 'object':
      return Object.fromEntries(node.members.map(({ name, value }) => [name, valueOf(value)]));
    case 'array':
      return node.items.map(valueOf);
    case 'text':
    case 'number':
    case 'boolean':
      return node.value;
  }
}
