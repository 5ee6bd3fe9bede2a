import { paintFor } from '../../src/cli/output/paint';
import { table } from '../../src/cli/output/table';

const painted = (environment: Readonly<Record<string, string>>, isTerminal: boolean): string => {
  const paint = paintFor({ environment, isTerminal });
  return paint('green', 'Live');
};

it('colours a terminal', () => {
  expect(painted({}, true)).toBe('\u001b[32mLive\u001b[39m');
});

it.each([
  ['a pipe', {}, false],
  ['NO_COLOR', { NO_COLOR: '1' }, true],
  ['a dumb terminal', { TERM: 'dumb' }, true],
])('leaves text plain for %s', (_case, environment, isTerminal) => {
  expect(painted(environment as Readonly<Record<string, string>>, isTerminal)).toBe('Live');
});

it('counts an empty NO_COLOR as not set', () => {
  expect(painted({ NO_COLOR: '' }, true)).not.toBe('Live');
});

it('aligns columns and leaves no spaces at the end of a line', () => {
  expect(
    table([
      ['a', 'long name', ''],
      ['bbb', 'x', 'end'],
    ]),
  ).toEqual(['a    long name', 'bbb  x          end']);
});

it('aligns columns of Chinese text, which takes two places a character', () => {
  expect(
    table([
      ['认证', 'x'],
      ['Live', 'y'],
    ]),
  ).toEqual(['认证  x', 'Live  y']);
});
