import type { NotRunCode } from '../../../src/domain/certification/test-result';
import { languages } from '../../../src/domain/text/language';
import { notRunText } from '../../../src/domain/text/findings/not-run';

it.each(languages)('has words in %s for a reason that only a newer release knows', (language) => {
  const text = notRunText({ code: 'ofTomorrow' as NotRunCode, params: { path: '/x' } }, language);

  expect(text).not.toBe('');
  expect(text).not.toBe(notRunText(undefined, language));
});
