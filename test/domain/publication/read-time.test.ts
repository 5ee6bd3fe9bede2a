import { readTime } from '../../../src/domain/publication/read-time';

it.each([
  ['2027-01-31T09:00:00Z', '2027-01-31T09:00:00.000Z'],
  ['2027-01-31T09:00Z', '2027-01-31T09:00:00.000Z'],
  ['2027-01-31T09:00:00.5+02:00', '2027-01-31T07:00:00.500Z'],
  ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
])('reads %s', (text, expected) => {
  expect(readTime(text)).toBe(expected);
});

it.each([
  ['tomorrow 5'],
  ['1'],
  ['2027'],
  ['2027-01-31'],
  ['2027-01-31T09:00:00'],
  ['20270-01-31T09:00:00Z'],
  ['2027-02-29T09:00:00Z'],
  ['2027-13-01T09:00:00Z'],
  ['2027-01-31T25:00:00Z'],
  [''],
  [5],
  [null],
  [undefined],
])('refuses %p instead of guessing', (value) => {
  expect(readTime(value)).toBeUndefined();
});
