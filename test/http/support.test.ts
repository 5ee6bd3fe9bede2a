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
  it('is stored with publication, step and findings, and with a mail to support and to who asked', async () => {
    const { browse, catalogue } = await failed();

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
    expect(catalogue.caseSenders).toMatchObject([
      {
        readers: [
          { to: 'support@offers.example', language: 'en' },
          { to: 'ann@contoso.com', language: 'en' },
        ],
      },
    ]);
  });

  it('says that its mails go out when the mail server is back: workers mail it', async () => {
    const { browse, catalogue } = await failed();

    const answer = await browse(path, { contact: 'ann@contoso.com', text: 'Help' });

    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('as soon as it is back');
    expect(catalogue.cases).toHaveLength(1);
  });

  it('is about the step and the attempt that were asked about, as far as they are of this offer', async () => {
    const { browse, catalogue, publish } = await failed();
    publish({ ...publicationAt('signOff'), publicationId: 'p-2' });
    const letter = { contact: 'ann@contoso.com', text: 'Help' };

    await browse(path, { ...letter, publication: publicationId, step: 'displaycertify' });
    await browse(path, { ...letter, publication: publicationId, step: 'displayprovision' });
    await browse(path, { ...letter, publication: 'of-somebody-else', step: 'no-such-step' });

    expect(catalogue.cases.map((each) => [each.publicationId, each.step, each.findings.length])).toEqual([
      [publicationId, 'displaycertify', 1],
      [publicationId, 'displayprovision', 0],
      ['p-2', 'publisher-signoff', 0],
    ]);
  });

  it.each([
    ['no address', { contact: '', text: 'Help' }],
    ['two addresses', { contact: 'a@x.com, b@x.com', text: 'Help' }],
    ['a header in the address', { contact: 'a@x.com\r\nBcc: b@x.com', text: 'Help' }],
    ['no text', { contact: 'a@x.com', text: '  ' }],
    ['too much text', { contact: 'a@x.com', text: 'x'.repeat(5001) }],
  ])('with %s is refused, keeps what was typed, and nothing is stored', async (_name, fields) => {
    const { browse, catalogue } = await failed();

    const answer = await browse(path, fields);

    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(fields.text.trim());
    expect(catalogue.cases).toEqual([]);
  });

  it.each([
    ['en', 'several times within an hour'],
    ['es', 'varias veces en una hora'],
    ['ru', 'За час уже было несколько запросов'],
    ['zh', '一小时内已多次'],
  ])(
    'asked too often is refused in %s, tells when to come back, and keeps what was typed',
    async (lang, why) => {
      const { browse, catalogue } = await failed();
      catalogue.supportWaitSeconds = 1234;

      const answer = await browse(`${path}?lang=${lang}`, { contact: 'ann@contoso.com', text: 'Once more' });

      expect([answer.status, answer.headers.get('Retry-After')]).toEqual([429, '1234']);
      const page = await answer.text();
      expect(page).toContain(why);
      expect(page).toContain('Once more');
      expect(accessibilityFaults(page)).toEqual([]);
    },
  );

  it('has a form filled with publication, step and findings', async () => {
    const { browse } = await failed();

    const page = await (await browse(`${path}?publication=${publicationId}&step=displaycertify`)).text();

    expect(page).toContain('value="ann@contoso.com"');
    expect(page).toContain(`name="publication" value="${publicationId}"`);
    expect(page).toContain('name="step" value="displaycertify"');
    expect(page).toContain('The virtual size of 1073742336 bytes is not a multiple of 1 MiB.');
    expect(accessibilityFaults(page)).toEqual([]);
  });
});
