import { boardComments, textOfHtml } from '../../../src/domain/review/board-comment';
import { growth } from '../../support/growth';

it.each([
  ['<div>One</div><div>Two</div>', 'One\nTwo'],
  ['a<br/>b<br>c', 'a\nb\nc'],
  ['<ul><li>x</li><li> y </li></ul>', 'x\ny'],
  ['1 &lt; 2 &amp;amp; &quot;so&#39;&nbsp;&#x41;&unknown;', '1 < 2 &amp; "so\' A&unknown;'],
  ['<a href="https://x.example/?a=1&b=2">here</a>', 'here'],
  ['a < b', 'a < b'],
  ['&#0;&#9999999;', '&#0;&#9999999;'],
  ['   ', ''],
])('reads %j as %j', (html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

it.each(['<', '&#'])('takes no longer for a run of "%s" than it is long', (piece) => {
  expect(growth((length) => textOfHtml(piece.repeat(length)), 50_000)).toBeLessThan(8);
});

it.each([
  ['basic/mainTemplate.json:12 Why?', { message: 'Why?', path: 'basic/mainTemplate.json', line: 12 }],
  ['basic@1.0.0/a.json:2 Why?', { message: 'Why?', path: 'basic@1.0.0/a.json', line: 2 }],
  ['basic/ui.json:3: Why?\nTell us.', { message: 'Why?\nTell us.', path: 'basic/ui.json', line: 3 }],
  ['Meet at 12:30 today', { message: 'Meet at 12:30 today' }],
  ['basic/ui.json:3', { message: 'basic/ui.json:3' }],
])('takes %j apart', (text, comment) => {
  expect(boardComments([text], '')).toEqual([comment]);
});

it('leaves out what is empty, and nothing of what is long', () => {
  expect(boardComments(['', ' ', 'x'.repeat(600)], '')).toEqual([{ message: 'x'.repeat(600) }]);
});

it('names where the rest is', () => {
  const comments = boardComments(
    Array.from({ length: 302 }, (_, index) => `c${index}`),
    'https://board.example/1',
  );

  expect(comments).toHaveLength(300);
  expect(comments.at(-1)).toEqual({ message: '+3: https://board.example/1' });
});
