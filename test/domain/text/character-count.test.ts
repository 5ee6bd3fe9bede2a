import { characterCount } from '../../../src/domain/text/fields/character-count';

it.each([
  ['', 0],
  ['Contoso', 7],
  ['Привет', 6],
  ['服务器', 3],
  ['é', 1],
  ['e\u0301', 1],
  ['🚀', 1],
  ['👩‍👩‍👧', 1],
  ['🇩🇪🇫🇷', 2],
  ['नि', 1],
])('counts %s as people do: %i', (text, expected) => {
  expect(characterCount(text)).toBe(expected);
});

it('takes no time for a text that fits no field', () => {
  expect(characterCount('é'.repeat(10_000_000))).toBe(10_000_000);
});
