import { type Block, blocksToHtml, blocksToText } from '../../../src/domain/text/mails/mail-blocks';

const page = { title: 'T', language: 'en' };

it('keeps the lines of a person’s own words, marked as theirs', () => {
  const quote: Block = { kind: 'quote', text: 'It <fails>.\r\nSince\u0007Monday.\n\nThanks' };

  expect(blocksToText([quote])).toBe('> It <fails>.\n> Since Monday.\n> \n> Thanks\n');
  expect(blocksToHtml([quote], page)).toContain(
    '<blockquote>It &#60;fails&#62;.<br>Since Monday.<br><br>Thanks</blockquote>',
  );
});

it.each<[string, Block, string, string]>([
  ['a paragraph', { kind: 'paragraph', text: 'a & b' }, 'a & b\n', '<p>a &#38; b</p>'],
  ['a heading', { kind: 'heading', text: 'Next' }, 'Next\n----\n', '<h2 style="font-size:1.1em">Next</h2>'],
  [
    'a command',
    { kind: 'command', text: 'offer x <y>' },
    '    offer x <y>\n',
    '<code>offer x &#60;y&#62;</code>',
  ],
  [
    'a link',
    { kind: 'link', text: 'Page', uri: 'https://x/?a=1&b="' },
    'Page: https://x/?a=1&b="\n',
    '<a href="https://x/?a=1&#38;b=&#34;">Page</a>',
  ],
  [
    'a list',
    {
      kind: 'list',
      items: [
        { text: 'one', details: ['why'] },
        { text: 'two', uri: 'https://x' },
      ],
    },
    '1. one\n   why\n2. two\n   https://x\n',
    '<li>one<br>why</li>\n<li><a href="https://x">two</a></li>',
  ],
])('writes %s as text and as HTML', (_, block, text, html) => {
  expect(blocksToText([block])).toBe(text);
  expect(blocksToHtml([block], page)).toContain(html);
});
