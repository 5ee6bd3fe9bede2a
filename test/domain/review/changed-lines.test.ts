import { changedLines } from '../../../src/domain/review/changed-lines';

it.each<[string, string, readonly number[]]>([
  ['', '', []],
  ['a b c', 'a b c', []],
  ['a b c', 'a x c', [2]],
  ['a b c', 'a b x c', [3]],
  ['a b c', 'c', []],
  ['a b c', 'x a b c y', [1, 5]],
  ['a b c d', 'a c b d', [3]],
  ['', 'a b', [1, 2]],
])('from %j to %j the new lines are %j', (before, after, lines) => {
  const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split(' '));

  expect([...changedLines(linesOf(before), linesOf(after))]).toEqual(lines);
});

it('calls all between the common ends changed when comparing would take too long', () => {
  const before = ['same', ...Array.from({ length: 3000 }, (_, index) => `old ${index % 7}`), 'end'];
  const after = ['same', ...Array.from({ length: 3000 }, (_, index) => `new ${index}`), 'end'];

  const lines = changedLines(before, after);

  expect([lines.size, Math.min(...lines), Math.max(...lines)]).toEqual([3000, 2, 3001]);
});
