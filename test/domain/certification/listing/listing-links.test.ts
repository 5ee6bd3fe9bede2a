import { findingsWith, quoteOf, rulesWith } from './listing-cases';

const link = (url: string, words = 'manual'): string => `<p>See the <a href="${url}">${words}</a>.</p>`;

it.each([
  ['https://www.contoso.com/start', []],
  ['https://docs.contoso.com:8443/a?b=c#d', []],
  ['https://пример.рф/', []],
  ['http://www.contoso.com/', ['listing.link.insecure']],
  ['/docs/start', ['listing.link.form']],
  ['//www.contoso.com/start', ['listing.link.form']],
  ['mailto:support@contoso.com', ['listing.link.form']],
  ['https://', ['listing.link.form']],
  ['', ['listing.link.form']],
  ['javascript:alert(1)', ['listing.link.unsafe']],
  [' java\nscript:alert(1)', ['listing.link.unsafe']],
  ['&#106;avascript:alert(1)', ['listing.link.unsafe']],
  ['data:text/html,x', ['listing.link.unsafe']],
  ['file:///etc/passwd', ['listing.link.unsafe']],
  ['https://me:secret@contoso.com/', ['listing.link.unsafe']],
  ['https://localhost/', ['listing.link.private']],
  ['https://127.0.0.1/', ['listing.link.private']],
  ['https://0x7f000001/', ['listing.link.private']],
  ['https://[::1]/', ['listing.link.private']],
  ['https://[::ffff:127.0.0.1]/', ['listing.link.private']],
  ['https://10.1.2.3/', ['listing.link.private']],
  ['https://172.31.0.1/', ['listing.link.private']],
  ['https://172.32.0.1/', ['listing.link.private']],
  ['https://intranet/', ['listing.link.private']],
  ['https://wiki.corp/', ['listing.link.private']],
  ['https://10.contoso.com/', []],
  ['https://www.example.com/', ['listing.link.placeholder']],
  ['https://contoso.example/', ['listing.link.placeholder']],
  ['https://www.yourcompany.com/', ['listing.link.placeholder']],
  ['https://example.contoso.com/', []],
  ['https://examples.com/', []],
  ['https://bit.ly/3xyz', ['listing.link.shortened']],
  ['https://aka.ms/start', []],
])('judges a link in a text to "%s"', (url, expected) => {
  expect(rulesWith('description', link(url))).toEqual(expected);
});

it('never repeats a password', () => {
  const findings = findingsWith('description', link('https://me:secret@contoso.com/a'));

  expect(quoteOf(findings)).toEqual(['https://********@contoso.com/a']);
  expect(JSON.stringify(findings)).not.toContain('secret');
});

it('weighs an address of the public internet less than one of a private network', () => {
  const severities = ['https://203.0.113.9/', 'https://192.168.0.9/'].flatMap((url) =>
    findingsWith('description', link(url)).map(({ severity }) => severity),
  );

  expect(severities).toEqual(['warning', 'error']);
});

it.each([
  ['https://login.contoso.com', 'https://contoso.com.evil.net/', true],
  ['www.contoso.com', 'https://www.fabrikam.com/', true],
  ['<b>https://contoso.com</b>', 'https://fabrikam.com/', true],
  ['https://contoso.com', 'https://docs.contoso.com/start', false],
  ['www.contoso.com', 'https://contoso.com/', false],
  ['Node.js', 'https://nodejs.org/', false],
  ['contoso.com manual', 'https://docs.fabrikam.com/', false],
])('compares the words "%s" with %s', (words, url, isFound) => {
  expect(rulesWith('description', link(url, words))).toEqual(isFound ? ['listing.link.words'] : []);
});

it.each([
  ['privacyURL', 'https://localhost/privacy', ['listing.link.private']],
  ['publicAzureSupportUrl', 'http://www.contoso.com/support', ['listing.link.insecure']],
  // The form of a field is the field's own to judge.
  ['privacyURL', 'not an address', []],
  ['publicAzureSupportUrl', '', []],
])('judges the field %s with "%s"', (field, url, expected) => {
  expect(rulesWith(field, url)).toEqual(expected);
});

it('points at the link among the useful ones', () => {
  const links = [
    { linkTitle: 'Manual', linkUrl: 'https://www.contoso.com/manual' },
    { linkTitle: 'Wiki 🚀', linkUrl: 'https://wiki/' },
  ];

  const found = findingsWith('usefulLinks', links).map(({ ruleId, target }) => [ruleId, target.pointer]);

  const place = '/definition/offer/microsoft-azure-marketplace.usefulLinks/1';
  expect(found).toEqual([
    ['listing.title.emoji', `${place}/linkTitle`],
    ['listing.link.private', `${place}/linkUrl`],
  ]);
});

it.each([
  ['https://www.youtube.com/watch?v=1', []],
  ['https://youtu.be/1', []],
  ['https://vimeo.com/1', []],
  ['https://youtube.com.evil.net/1', ['listing.video.host']],
  ['https://videos.contoso.com/tour', ['listing.video.host']],
  ['not an address', []],
])('judges the video %s', (url, expected) => {
  const thumbnail = 'https://www.contoso.com/tour.png';

  expect(rulesWith('videos', [url])).toEqual(expected);
  expect(rulesWith('videos', [{ videoName: 'Tour', videoLink: url, thumbnail }])).toEqual(expected);
});
