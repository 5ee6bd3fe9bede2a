import { lineChanges } from '../../../src/domain/review/line-changes';

it.each<[string, string, readonly number[], readonly (readonly [number, readonly string[]])[]]>([
  ['', '', [], []],
  ['a b c', 'a b c', [], []],
  ['a b c', 'a x c', [2], [[2, ['b']]]],
  ['a b c', 'a b x c', [3], []],
  ['a b c', 'c', [], [[1, ['a', 'b']]]],
  ['a b c', 'a', [], [[2, ['b', 'c']]]],
  [
    'a b c d',
    'b x d',
    [2],
    [
      [1, ['a']],
      [2, ['c']],
    ],
  ],
  ['a b', '', [], [[1, ['a', 'b']]]],
  ['a b c', 'x a b c y', [1, 5], []],
  ['a b c d', 'a c b d', [3], [[2, ['b']]]],
  ['', 'a b', [1, 2], []],
])('from %j to %j the new lines are %j, and gone are %j', (before, after, lines, gone) => {
  const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));

  const { added, removed } = lineChanges(linesOf(before), linesOf(after));

  expect([[...added], [...removed]]).toEqual([lines, gone]);
});

it('calls all between the common ends changed when comparing would take too long', () => {
  const before = ['same', ...Array.from({ length: 3000 }, (_, index) => `old ${index % 7}`), 'end'];
  const after = ['same', ...Array.from({ length: 3000 }, (_, index) => `new ${index}`), 'end'];

  const { added, removed } = lineChanges(before, after);

  expect([added.size, Math.min(...added), Math.max(...added)]).toEqual([3000, 2, 3001]);
  expect([...removed].map(([at, lines]) => [at, lines.length])).toEqual([[2, 3000]]);
});
