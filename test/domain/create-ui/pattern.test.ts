import fc from 'fast-check';
import { isPattern, leastLength, limitsLength } from '../../../src/domain/create-ui/pattern';

it.each<[string, number]>([
  ['', 0],
  ['^abc$', 3],
  ['a|bcd|ef', 1],
  ['(ab|c)d', 2],
  ['(?:ab){3}', 6],
  ['(?<name>ab)+', 2],
  ['[a-z]{12,}', 12],
  ['[^\\]]{2,4}?', 2],
  ['a*b?c+', 1],
  ['\\d{4}-\\d{2}', 7],
  ['\\bword\\b', 4],
  ['(a)\\1', 1],
  ['\\u0041\\x41\\.', 3],
  ['^(?=.{12,72}$)[a-z]*$', 12],
  ['a(?=.{3})b', 4],
  ['(?!.{9})a', 1],
  ['(?<=.{9})a', 1],
  ['{', 1],
  ['a{,3}', 5],
])('%s accepts nothing shorter than %i', (pattern, expected) => {
  expect(leastLength(pattern)).toBe(expected);
});

it('never says more than what a pattern accepts', () => {
  const part = fc.constantFrom(
    'a',
    '[ab]',
    '\\d',
    '.',
    '(?:ab|a)',
    '(?=a)',
    'a{2}',
    'b{1,3}',
    'a*',
    'b+',
    'a?',
    '\\b',
  );

  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 6 }),
      fc.string({ unit: fc.constantFrom('a', 'b', '1'), maxLength: 9 }),
      (parts, text) => {
        const pattern = parts.join('');

        fc.pre(new RegExp(`^(?:${pattern})$`).test(text));

        expect(leastLength(pattern)).toBeLessThanOrEqual(text.length);
      },
    ),
    { numRuns: 500, maxSkipsPerRun: 1000 },
  );
});

it.each(['(', '(((', '[', 'a{2', '\\', ')', '|', '(?='])('ends on %s, valid or not', (pattern) => {
  expect(leastLength(pattern)).toBeGreaterThanOrEqual(0);
});

it.each<[string, boolean, boolean]>([
  ['^.{12,}$', true, true],
  ['^.{3}$', true, true],
  ['^.+$', true, false],
  ['^\\{3}$', true, false],
  ['^hel($', false, false],
])('%s: valid %s, limits its length %s', (pattern, valid, limits) => {
  expect([isPattern(pattern), limitsLength(pattern)]).toEqual([valid, limits]);
});
