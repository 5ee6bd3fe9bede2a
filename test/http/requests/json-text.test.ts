import fc from 'fast-check';
import { faultIn } from '../../../src/http/requests/json-text';
import { seedOf } from '../../support/seed';

it.each([
  ['65 levels', '['.repeat(65) + ']'.repeat(65), /deeper than 64/],
  ['400,000 levels that never end', '['.repeat(400_000), /deeper than 64/],
  ['65 objects in each other', '{"a":'.repeat(65) + '1' + '}'.repeat(65), /deeper than 64/],
  ['a name twice', '{"a": 1, "b": {"a": 1}, "a": 2}', /"a" stands twice/],
  ['a name twice, once escaped', '{"ab": 1, "\\u0061b": 2}', /"ab" stands twice/],
  ['__proto__', '{"x": [{"__proto__": {"admin": true}}]}', /__proto__/],
  ['an escaped __proto__', '{"__pr\\u006fto__": 1}', /__proto__/],
  ['a number beyond every double', '[1e999]', /number is larger/],
  ['NUL in a value', '{"a": "x\\u0000"}', /cannot be stored/],
  ['NUL in a name', '{"a\\u0000": 1}', /cannot be stored/],
  ['half a surrogate pair', '["\\ud800"]', /cannot be stored/],
])('refuses %s', (_, text, why) => {
  expect(faultIn(text)).toMatch(why);
});

it.each([
  ['64 levels', '['.repeat(64) + ']'.repeat(64)],
  ['brackets and names inside texts', '{"a": "{\\"a\\": [[[", "b": "a", "c": ["a", "a"]}'],
  ['the same name in several objects', '[{"a": 1}, {"a": 1}]'],
  ['a whole surrogate pair', '["\\ud83d\\ude00", "\u{1F600}"]'],
  ['a 64-bit number, as CPP sends for a version', '{"version": 636874958871829310}'],
  ['the name "constructor", which is plain data', '{"constructor": {"prototype": {"admin": true}}}'],
  ['broken JSON, which the parser refuses', '{"a": "\\uZZZZ", ]'],
])('finds nothing wrong with %s', (_, text) => {
  expect(faultIn(text)).toBeUndefined();
});

it('finds nothing wrong with what JSON.stringify writes of well-formed texts', () => {
  const names = fc
    .string({ unit: 'grapheme' })
    .filter((name) => name !== '__proto__' && !name.includes('\0'));
  const { tree } = fc.letrec((tie) => ({
    leaf: fc.oneof(
      names,
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.boolean(),
      fc.constant(null),
    ),
    tree: fc.oneof(
      { depthSize: 'small' },
      tie('leaf'),
      fc.array(tie('tree')),
      fc.dictionary(names, tie('tree')),
    ),
  }));

  const check = fc.check(
    fc.property(tree, (value) => faultIn(JSON.stringify(value)) === undefined),
    {
      seed: seedOf('JSON texts'),
    },
  );

  expect(check).toMatchObject({ failed: false });
});

const length = 256 * 1024;

/** A reader that starts anew at each of them would need minutes, and this test would run out of time. */
it.each([
  ['quotes', '"'.repeat(length)],
  ['escaped quotes', '\\"'.repeat(length / 2)],
  ['names that never end', '{"a":"'.repeat(length / 8)],
  ['halves of numbers', '1e'.repeat(length / 2)],
])('reads a text of nothing but %s once', (_, text) => {
  expect(faultIn(text)?.length ?? 0).toBeLessThan(200);
});
