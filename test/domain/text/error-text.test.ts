import { errorText } from '../../../src/domain/text/error-text';

it.each([
  ['an error', new Error('The disk is full.'), 'The disk is full.'],
  ['an error without a text', new RangeError(''), 'RangeError'],
  ['no error at all', 'just words', 'just words'],
  ['nothing', undefined, 'undefined'],
  ['an object', { code: 7 }, 'an error without a text'],
  [
    'one error for each address tried',
    new AggregateError([new Error('::1 refused'), new Error('127.0.0.1 refused')], ''),
    '::1 refused; 127.0.0.1 refused',
  ],
  ['several errors of which none is known', new AggregateError([], 'All failed.'), 'All failed.'],
])('says what %s says of itself', (_, thrown, expected) => {
  expect(errorText(thrown)).toBe(expected);
});
