import fc from 'fast-check';
import { listingFindings } from '../../../../src/domain/certification/listing/listing-findings';
import { readHtml } from '../../../../src/domain/certification/listing/read-html';
import { changed, goodOffer, market } from '../../offer/good-offer';
import { growth } from '../../../support/growth';

it.each([
  ['<p>One</p><p>Two <b>bold</b>\n word</p>', 'One\nTwo bold word'],
  ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
  ['a<br>b<br/>c', 'a\nb\nc'],
  ['Q&amp;A &lt;x&gt; &#8364; &#x20AC; &nbsp;.', 'Q&A <x> € € .'],
  ['a<!-- <b>never</b> -->c<!-- open', 'ac'],
  ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
  ['&amp;lt;', '&lt;'],
])('reads %s', (html, expected) => {
  expect(readHtml(html).read).toBe(expected);
});

it('finds every link with its words', () => {
  const html = `<a href="https://a.com/?x=1&amp;y=2">one <b>two</b></a> <A HREF='https://b.com'>b</A> <a name="x">no</a> <a href=https://c.com>c</a>`;

  expect(readHtml(html).links).toEqual([
    { url: 'https://a.com/?x=1&y=2', words: 'one two' },
    { url: 'https://b.com', words: 'b' },
    { url: 'https://c.com', words: 'c' },
  ]);
});

const pieces: readonly string[] = [
  '<',
  '>',
  '<a ',
  'href="',
  '"',
  "='",
  '<!--',
  '-->',
  '&#x41;',
  '&',
  'insert ',
  'in the ',
  'future ',
  'coming ',
  '[your ',
  '在此',
  'https://',
  '\n',
  '🚀',
  'ы',
  'の',
  '\u0000',
  '\ud800',
];

it('judges whatever a field holds, and in no time', () => {
  const part = fc.constantFrom(...pieces);
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const text = parts.join('');

      const findings = listingFindings(changed(goodOffer(), market('description'), text));

      expect(findings.filter(({ ruleId }) => ruleId === 'certification.rule-crashed')).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

it.each(['<a', '<!--', '<a href="', 'insert the a ', '[your ', '&#x', 'в следующей версии ', 'planned a '])(
  'takes no longer to read a run of "%s" than it is long',
  (piece) => {
    const read = (length: number): unknown =>
      listingFindings(changed(goodOffer(), market('description'), piece.repeat(length / piece.length)));

    expect(growth(read, 50_000)).toBeLessThan(8);
  },
);

it.each([
  [null],
  [7],
  [{ definition: 7 }],
  [{ definition: { offer: [], plans: [null, 7, { planId: 7 }] } }],
  [{ definition: { offer: { 'microsoft-azure-marketplace.usefulLinks': [null, 'x', { linkUrl: 7 }] } } }],
])('finds nothing in a document of another shape: %j', (document) => {
  expect(listingFindings((document ?? {}) as never)).toEqual([]);
});
