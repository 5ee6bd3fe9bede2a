import fc from 'fast-check';
import { readJsonText } from '../../../../src/domain/offer/form/json-text';
import { goodOffer } from '../good-offer';

it('reads every JSON object exactly as JSON.parse does, however it is indented', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(4), (value, indent) => {
      const text = JSON.stringify(value, null, indent);

      const read = readJsonText(text);

      expect(read.kind === 'read' && read.value).toEqual(JSON.parse(text));
    }),
  );
});

it('never throws, and takes what JSON.parse takes, no more', () => {
  const parts = fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '\\', '1', '-', 'e', 'null', ' ', '\n');
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 12 }), (array) => {
      const text = `{"a":${array.join('')}}`;
      const read = readJsonText(text);

      expect(read.kind === 'read' ? read.value : parsed(text)).toEqual(parsed(text));
      expect(read.kind === 'broken' && read.fault !== 'repeated' ? undefined : 'taken').toBe(
        parsed(text) === undefined ? undefined : 'taken',
      );
    }),
    { numRuns: 2000 },
  );
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Row = readonly [promise: string, text: string, fault: string, line: number, column: number];
it.each<Row>([
  ['a forgotten comma', '{\n  "a": 1\n  "b": 2\n}', 'unexpected', 3, 3],
  ['a comma too many', '{\n  "a": 1,\n}', 'unexpected', 3, 1],
  ['an open bracket', '{\n  "a": [1, 2', 'ended', 2, 13],
  ['a text without its end', '{"a": "b\n}', 'text', 1, 7],
  ['an escape JSON does not know', '{"a": "\\x"}', 'text', 1, 7],
  ['no value', '{"a": }', 'unexpected', 1, 7],
  ['a number JSON does not know', '{"a": 01}', 'unexpected', 1, 7],
  ['something behind the end', '{} {}', 'unexpected', 1, 4],
  ['a key that stands there twice', '{\n "a": 1,\n "a": 2}', 'repeated', 3, 2],
  ['a list', '[]', 'notObject', 1, 1],
  ['nothing', ' ', 'ended', 1, 2],
  ['100,000 brackets', `{"a":${'['.repeat(100_000)}`, 'deep', 1, 70],
])('says where it is broken: %s', (_promise, text, fault, line, column) => {
  expect(readJsonText(text)).toEqual({ kind: 'broken', fault, place: { line, column } });
});

it('says where a field stands, or what is nearest around a missing one', () => {
  const text = JSON.stringify(goodOffer(), null, 2);
  const read = readJsonText(text);
  const lineOf = (pointer: string): string | undefined =>
    read.kind === 'read' ? text.split('\n')[read.placeOf(pointer).line - 1] : undefined;

  expect(lineOf('/definition/plans/0/planId')).toContain('"planId"');
  expect(lineOf('/definition/offer/nothing/here')).toContain('"offer"');
});

it('keeps a key named __proto__ as plain data', () => {
  const read = readJsonText('{"__proto__": {"polluted": true}}');

  expect(read.kind === 'read' && Object.hasOwn(read.value, '__proto__')).toBe(true);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
