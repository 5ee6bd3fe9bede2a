import { placeOfComment } from '../../../src/domain/review/comment-place';

const newest = ['basic/mainTemplate.json', 'basic/nested/app.json', 'plus/nested/app.json'];
const older = ['basic@1.0.0/mainTemplate.json', 'basic@1.0.0/old.json', 'basic@0.9.0/older.json'];
const files = [newest, [...newest, ...older]].map((names) => names.map((name) => ({ name })));
const nowhere = { file: null, line: null, pointer: null };

it.each([
  ['nothing', {}, nowhere],
  ['an empty path', { path: '', line: 0 }, nowhere],
  ['a line of no file', { line: 12 }, nowhere],
  ['a field', { path: '/definition/plans/0', line: 0 }, { ...nowhere, pointer: '/definition/plans/0' }],
  ['a file', { path: 'basic/mainTemplate.json' }, { ...nowhere, file: 'basic/mainTemplate.json' }],
  [
    'a file by its end',
    { path: 'mainTemplate.json', line: 12 },
    { ...nowhere, file: 'basic/mainTemplate.json', line: 12 },
  ],
  ['an end of two files', { path: 'nested/app.json' }, { ...nowhere, file: 'nested/app.json' }],
  [
    'a file of an older package',
    { path: 'basic@1.0.0/mainTemplate.json' },
    { ...nowhere, file: 'basic@1.0.0/mainTemplate.json' },
  ],
  ['one by its end', { path: 'old.json' }, { ...nowhere, file: 'basic@1.0.0/old.json' }],
  ['a file nobody knows', { path: 'a.txt', line: -1 }, { ...nowhere, file: 'a.txt' }],
  ['a line beyond every file', { path: 'a.txt', line: 2 ** 40 }, { ...nowhere, file: 'a.txt' }],
])('%s is the place it names', (_what, given, place) => {
  expect(placeOfComment({ message: 'Why?', ...given }, files)).toEqual(place);
});
