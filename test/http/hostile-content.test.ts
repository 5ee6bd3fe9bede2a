import { openMailTransport } from '../../src/services/mail/mail-transport';
import type { MailTransport } from '../../src/services/ports';
import { mailSupportRequests } from '../../src/worker/support-mails';
import { openSmtpInbox } from '../fakes/smtp-inbox';
import { changed, machine, market } from '../domain/offer/good-offer';
import { publicationAt } from '../support/publication-at';
import { publishableOffer } from '../support/publishable-offer';
import { offerPath, pagePath, testApp, type TestApp, testSettings } from '../support/test-app';

type Answer = {
  readonly findings: readonly { readonly ruleId: string; readonly target: { readonly pointer?: string } }[];
};

async function findingsOf(offer: object): Promise<Answer['findings']> {
  const { api } = testApp();
  await api('PUT', offerPath, offer);
  return ((await (await api('POST', `${offerPath}/validate`)).json()) as Answer).findings;
}

const marks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>',
  '</title></textarea></noscript></xmp><script>alert(1)</script>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  "' onmouseover='alert(1)",
  '<a href="java\tscript:alert(1)">x</a>',
  '${alert(1)}{{alert(1)}}',
];

describe('markup in a title, a contact and a plan', () => {
  it.each(marks)('%s is shown as text on every page', async (mark) => {
    const { api, browse, publish } = testApp();
    const offer = changed(changed(publishableOffer(), market('title'), mark), machine('skuTitle'), mark);
    await api('PUT', offerPath, changed(offer, market('supportContactName'), mark));
    publish(publicationAt('signOff'));

    for (const page of [
      '/',
      `${pagePath}/status`,
      `${pagePath}/editor`,
      `${pagePath}/history`,
      `${pagePath}/support`,
      `${pagePath}/compare`,
    ]) {
      const html = await (await browse(page)).text();

      expect(html).not.toMatch(
        /<script(?![^>]* src="\/)|<img[^>]*onerror|<svg[^>]*onload|<iframe|<math|javascript:alert/i,
      );
      // Our own pages write no attribute of this kind: one would have come from the offer.
      expect(html).not.toMatch(/<[a-z][^<>"]*(?:"[^"]*"[^<>"]*)*\son[a-z]+\s*=/i);
    }
  });

  it.each(marks)('%s in somebody’s words to support is text in the mail', async (mark) => {
    const test = testApp();
    await test.api('PUT', offerPath, publishableOffer());

    await test.browse(`${pagePath}/support`, { contact: 'ann@contoso.com', text: mark });
    await mailCases(test, test.mail);

    const [support, ...others] = test.mail.mails;
    expect(support?.text).toContain(mark.replaceAll(/\s/g, ' '));
    expect(others).toHaveLength(1);
    for (const { html } of test.mail.mails) {
      expect(html).not.toMatch(/<script|<img|<svg|<iframe|<math|<[a-z][^<>]*\son[a-z]+\s*=|javascript:/i);
    }
  });
});

/** As a worker does with what this process has stored. */
async function mailCases({ catalogue }: TestApp, mail: Pick<MailTransport, 'send'>): Promise<void> {
  const unsent = catalogue.cases.flatMap((request, index) =>
    (catalogue.caseSenders[index]?.readers ?? []).map((reader, place) => {
      return { ...reader, number: place + 1, request };
    }),
  );
  const supportRequests = { unsentMails: async () => unsent, settleMail: async () => undefined };
  await mailSupportRequests({ supportRequests, mail, publicUrl: testSettings.publicUrl });
}

describe('an address in an offer', () => {
  it.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'ftp://contoso.com/x',
    'http://contoso.com/privacy',
    'https://user:password@contoso.com/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://0177.0.0.1/',
    'https://127.1/',
    'https://0.0.0.0/',
    'https://localhost./',
    'https://169.254.169.254/latest/meta-data',
    'https://[64:ff9b::7f00:1]/',
    'https://１２７.0.0.1/',
    'https://contoso.com/\r\nSet-Cookie: a=b',
  ])('%j is a finding wherever we would read from it', async (url) => {
    const disk = machine('vmImages', '1.0.0', 'osVhdUrl');
    const offer = changed(changed(publishableOffer(), market('smallLogo'), url), disk, `${url}?sig=a`);

    const places = (await findingsOf(offer)).map(({ target }) => target.pointer ?? '');

    expect(places).toContainEqual(expect.stringMatching(/\.smallLogo$/));
    expect(places).toContainEqual(expect.stringMatching(/\/osVhdUrl$/));
  });

  it.each([
    'javascript:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'contoso.com',
  ])('%j is a finding also where only customers follow it', async (url) => {
    const places = (await findingsOf(changed(publishableOffer(), market('privacyURL'), url))).map(
      ({ target }) => target.pointer ?? '',
    );

    expect(places).toContainEqual(expect.stringMatching(/\.privacyURL$/));
  });
});

/** What no single mail address is. */
const notOneAddress = [
  'a@contoso.com\r\nBcc: evil@example.com',
  'a@contoso.com, evil@example.com',
  'a@contoso.com;evil@example.com',
  '"a@contoso.com" <evil@example.com>',
  'a@contoso.com evil@example.com',
  `${'a'.repeat(100_000)}@contoso.com`,
  'contoso.com',
  '@',
  '',
];

describe('a mail address', () => {
  it.each(notOneAddress)('%.60j is none to write to about support', async (contact) => {
    const test = testApp();
    await test.api('PUT', offerPath, publishableOffer());

    const page = await test.browse(`${pagePath}/support`, { contact, text: 'Help' });
    const program = await test.api('POST', `${offerPath}/support`, { contactEmail: contact, text: 'Help' });

    expect(page.status).toBe(400);
    expect(program.status).toBe(400);
    expect(test.catalogue.cases).toEqual([]);
  });

  it.each(notOneAddress.filter((each) => each !== ''))(
    '%.60j is none for a webhook’s contact',
    async (contactEmail) => {
      const { api } = testApp();

      const answer = await api('POST', '/api/publishers/contoso/webhooks', {
        url: 'https://ci.contoso.example/',
        contactEmail,
      });

      expect(answer.status).toBe(400);
    },
  );

  it.each([
    'a@contoso.com\r\nBcc: evil@example.com',
    '"a@contoso.com" <evil@example.com>',
    `${'a'.repeat(100_000)}@contoso.com`,
    { html: { path: '/etc/passwd' } },
    Array.from({ length: 21 }, (_, index) => `a${index}@contoso.com`).join(),
  ])('%.60j starts no publication', async (emails) => {
    const test = testApp();
    await test.api('PUT', offerPath, publishableOffer());

    const answer = await test.api('POST', `${offerPath}/publish`, {
      metadata: { 'notification-emails': emails },
    });

    expect(answer.status).toBe(400);
    expect(test.client.sent).toEqual([]);
  });
});

it('writes to one mailbox a mail, under one subject, whatever a request for support holds', async () => {
  const inbox = await openSmtpInbox({});
  const transport = openMailTransport({ smtpUrl: inbox.url, from: 'marketplace@localhost' });
  const test = testApp();
  await test.api('PUT', offerPath, publishableOffer());

  await test.browse(`${pagePath}/support`, {
    contact: 'ann@contoso.com',
    text: 'Help\r\n.\r\nRCPT TO:<evil@example.com>\r\nBcc: evil@example.com\r\n\r\nSubject: Free',
  });
  await mailCases(test, transport);
  transport.close();
  await inbox.close();

  expect(inbox.mails.map(({ to }) => to)).toEqual([[testSettings.supportEmail], ['ann@contoso.com']]);
  for (const { raw } of inbox.mails) {
    const [head = ''] = raw.split('\r\n\r\n');
    expect(head.match(/^(?:subject|to|cc|bcc):/gim)).toEqual(['To:', 'Subject:']);
  }
});

it.each([
  ['a path', { path: '/etc/passwd' }],
  ['an address', { href: 'http://127.0.0.1/' }],
])('takes no file for a text: %s where words belong is refused', async (_, text) => {
  const test = testApp();
  await test.api('PUT', offerPath, publishableOffer());

  const answer = await test.api('POST', `${offerPath}/support`, { contactEmail: 'ann@contoso.com', text });

  expect(answer.status).toBe(400);
  expect(test.catalogue.cases).toEqual([]);
});
