import { placeOfComment } from '../../../src/domain/review/comment-place';

const files = ['basic/mainTemplate.json', 'basic/nested/app.json', 'plus/nested/app.json'].map((name) => ({
  name,
}));
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
  ['a file nobody knows', { path: 'a.txt', line: -1 }, { ...nowhere, file: 'a.txt' }],
  ['a line beyond every file', { path: 'a.txt', line: 2 ** 40 }, { ...nowhere, file: 'a.txt' }],
])('%s is the place it names', (_what, given, place) => {
  expect(placeOfComment({ message: 'Why?', ...given }, files)).toEqual(place);
});
