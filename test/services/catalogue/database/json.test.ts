import { toJson, toText } from '../../../../src/services/catalogue/database/json';

it.each([
  ['a NUL character', 'a\0b', 'a\uFFFDb'],
  ['two in a row', '\0\0', '\uFFFD\uFFFD'],
  ['half a surrogate pair', 'x\uD800', 'x\uFFFD'],
  ['the other half', '\uDC00x', '\uFFFDx'],
  ['a whole pair', '😀', '😀'],
  ['a written escape', '\\u0000', '\\u0000'],
  ['a backslash before a NUL character', '\\\0', '\\\uFFFD'],
  ['a line break', '\n', '\n'],
])('keeps what PostgreSQL takes and replaces what it refuses: %s', (_case, text, expected) => {
  const read: unknown = JSON.parse(toJson({ [text]: [text] }));

  expect(read).toEqual({ [expected]: [expected] });
  expect(toText(text)).toBe(expected);
});
