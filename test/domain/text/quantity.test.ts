import { languages } from '../../../src/domain/text/language';
import { durationText } from '../../../src/domain/text/quantity';

it.each([
  [0, 'less than a second'],
  [999, 'less than a second'],
  [-5000, 'less than a second'],
  [1000, '1 sec'],
  [250_000, '4 min 10 sec'],
  [3_600_000, '1 hr'],
  [183_600_000, '2 days 3 hr'],
])('says %i ms as "%s"', (milliseconds, words) => {
  expect(durationText(milliseconds, 'en')).toBe(words);
});

it('has words for next to nothing in every language', () => {
  const words = languages.map((language) => durationText(0, language));

  expect(new Set(words).size).toBe(languages.length);
});
