import { accessibilityFaults } from '../support/html';
import { listedOffer } from '../support/listed-offer';
import { publicationAt, publicationId } from '../support/publication-at';
import { offerPath, pagePath, testApp, type TestApp } from '../support/test-app';

async function failed(): Promise<TestApp> {
  const test = testApp();
  await test.api('PUT', offerPath, listedOffer());
  test.publish(publicationAt('certificationFailed'));
  return test;
}

const path = `${pagePath}/support`;

describe('a support request', () => {
  it('is stored with step and findings, and mailed to support and to who asked', async () => {
    const { browse, catalogue, mail } = await failed();

    const answer = await browse(path, { contact: 'ann@contoso.com', text: 'What is <aligned>?' });

    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('CASE-000001');
    expect(page).toContain('What is &lt;aligned&gt;?');
    expect(accessibilityFaults(page)).toEqual([]);
    expect(catalogue.cases).toMatchObject([
      {
        publicationId,
        step: 'displaycertify',
        contactEmail: 'ann@contoso.com',
        findings: [{ ruleId: 'vm.vhd.size-alignment' }],
      },
    ]);
    expect(mail.mails.map(({ to }) => to)).toEqual(['support@offers.example', 'ann@contoso.com']);
    expect(new Set(mail.mails.map(({ messageId }) => messageId)).size).toBe(2);
    for (const { subject, text, html } of mail.mails) {
      expect(subject).toContain('CASE-000001');
      expect(text).toContain('vm.vhd.size-alignment');
      expect(html).not.toContain('<aligned>');
    }
  });

  it('is not lost when the mail server is away; the page says what to do', async () => {
    const { browse, catalogue, mail, logged } = await failed();
    mail.away = 'connection refused';

    const answer = await browse(path, { contact: 'ann@contoso.com', text: 'Help' });

    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('tell support the case number');
    expect(catalogue.cases).toHaveLength(1);
    expect(logged).toHaveLength(1);
  });

  it.each([
    ['no address', { contact: '', text: 'Help' }],
    ['two addresses', { contact: 'a@x.com, b@x.com', text: 'Help' }],
    ['a header in the address', { contact: 'a@x.com\r\nBcc: b@x.com', text: 'Help' }],
    ['no text', { contact: 'a@x.com', text: '  ' }],
    ['too much text', { contact: 'a@x.com', text: 'x'.repeat(5001) }],
  ])('with %s is refused, and nothing is stored or sent', async (_name, fields) => {
    const { browse, catalogue, mail } = await failed();

    const answer = await browse(path, fields);

    expect(answer.status).toBe(400);
    expect(catalogue.cases).toEqual([]);
    expect(mail.mails).toEqual([]);
  });

  it('has a page of its own, where mails lead', async () => {
    const { browse } = await failed();

    const page = await (await browse(path)).text();

    expect(page).toContain('value="ann@contoso.com"');
    expect(accessibilityFaults(page)).toEqual([]);
  });
});
