import type { Finding } from '../../../src/domain/certification/finding';
import { placedFindings } from '../../../src/domain/certification/placed-findings';
import { readJson } from '../../../src/inspection/package/json-reader';

const at = (pointer?: string): Finding => ({
  ruleId: 'a',
  severity: 'error',
  params: {},
  target: { plan: 'standard', ...(pointer === undefined ? {} : { pointer }) },
});

const text = ['{', '  "a/b": [1,', '    {"c~d": 2}],', '  "x": {}', '}'].join('\n');

it.each([
  ['/a~1b', 2, 3],
  ['/a~1b/0', 2, 11],
  ['/a~1b/1/c~0d', 3, 6],
  // What is missing is looked for where it should stand.
  ['/x/missing/deeper', 4, 3],
  ['', 1, 1],
])('says in which line %s stands', (pointer, line, column) => {
  const [finding] = placedFindings([at(pointer)], readJson(text));

  expect(finding?.target).toEqual({ plan: 'standard', pointer, line, column });
});

it('leaves a finding alone that points nowhere, or into a file that cannot be read', () => {
  expect(placedFindings([at()], readJson(text))).toEqual([at()]);
  expect(placedFindings([at('/x')], readJson('{"x"'))).toEqual([at('/x')]);
});
