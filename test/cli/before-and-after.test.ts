import { goodApplication } from '../domain/offer/good-application';
import { publicationAt } from '../support/publication-at';
import { publishableOffer } from '../support/publishable-offer';
import { offerAt, type OfferAt } from '../support/offer-at';
import { offerPath, type TestApp } from '../support/test-app';

let offer: OfferAt;
let test: TestApp;
beforeEach(async () => {
  offer = await offerAt();
  ({ test } = offer);
});

describe('offer validate', () => {
  it('ends with 3, naming each finding, its place and its fix', async () => {
    await test.api('PUT', offerPath, publishableOffer({ 'microsoft-azure-marketplace.title': '' }));

    const told = await offer.run('validate', 'contoso/linux-vm');
    const json = await offer.run('validate', 'contoso/linux-vm', '--json');

    expect([told.exitCode, told.stderr, json.exitCode]).toEqual([3, '', 3]);
    expect(told.stdout).toMatch(
      /! .+ \[offer\.field-missing\] at \/definition\/offer\/microsoft-azure-marketplace\.title\n {4}Fix: .+\n/,
    );
    expect(told.stdout).toMatch(
      /\n {2}Certification .*is not reached\n.*contoso\/linux-vm cannot be published yet\.\n$/s,
    );
    expect(JSON.parse(json.stdout)).toMatchObject({
      offer: 'contoso/linux-vm',
      canBePublished: false,
      findings: [{ ruleId: 'offer.field-missing' }],
    });
  });

  it('tells how long the review took before, else what is documented, and nothing of the sign-off', async () => {
    const application = { ...goodApplication(), publisherId: 'contoso', id: 'web-app' };
    const document = JSON.stringify(application).replaceAll('se=2026', 'se=2027');
    await test.api('PUT', '/api/publishers/contoso/offers/web-app', document);

    const documented = await offer.run('validate', 'contoso/web-app');
    const past = { medianMs: 172_800_000, fastestMs: 3_600_000, count: 3 };
    test.catalogue.pastSteps.set('microsoft-review', past);
    const { stdout } = await offer.run('validate', 'contoso/web-app');

    expect(documented.stdout).toMatch(/^ {2}Microsoft review +waits for people +7-14 business days$/m);
    expect(stdout).toMatch(/^ {2}Microsoft review +waits for people +about 2 d/m);
    expect(stdout).toMatch(/^ {2}Publisher sign-off +waits for people$/m);
  });

  it('speaks the language asked for, by option or by the terminal’s', async () => {
    await test.api('PUT', offerPath, publishableOffer({ 'microsoft-azure-marketplace.title': '' }));

    const { stdout } = await offer.run('validate', 'contoso/linux-vm', '--lang', 'ru');

    expect(stdout).toMatch(/^ {2}! [А-Я]/);
    expect(stdout).toContain('Сертификация');
  });
});

describe('offer history', () => {
  it('tells when, who and what, and everything with --json', async () => {
    test.catalogue.historyRows.push({
      cursor: '100.1',
      publisherId: 'contoso',
      offerId: 'linux-vm',
      publicationId: null,
      kind: 'draftSaved',
      actor: 'ci@contoso',
      payload: {},
      at: '2026-11-20T10:00:00.000Z',
      isVouchedFor: true,
      offerVersion: null,
    });

    const mine = ['history', 'contoso/linux-vm', '--actor', 'ci@contoso'];
    const told = await offer.run(...mine);
    const json = await offer.run(...mine, '--json', '--limit', '5');

    expect([told.exitCode, told.stderr]).toEqual([0, '']);
    expect(told.stdout).toMatch(/^Nov 20, 2026, 10:00:00 AM UTC {2}ci@contoso {2}\S.*\n$/);
    expect(JSON.parse(json.stdout)).toMatchObject({
      offer: 'contoso/linux-vm',
      events: [{ kind: 'draftSaved' }],
    });
  });

  it('names who did it as the History page does', async () => {
    const saved = {
      publisherId: 'contoso',
      offerId: 'linux-vm',
      publicationId: null,
      kind: 'draftSaved',
      payload: {},
      at: '2026-11-20T10:00:00.000Z',
      offerVersion: null,
    };
    test.catalogue.historyRows.push(
      { ...saved, cursor: '100.1', actor: 'api', isVouchedFor: true },
      { ...saved, cursor: '100.2', actor: 'mallory', isVouchedFor: false },
      { ...saved, cursor: '100.3', actor: null, isVouchedFor: true },
    );

    const { stdout } = await offer.run('history', 'contoso/linux-vm');
    const chinese = await offer.run('history', 'contoso/linux-vm', '--lang', 'zh');

    expect(stdout).toContain('  The operator  ');
    expect(stdout).toContain('  mallory (unverified)  ');
    expect(stdout).not.toMatch(/somebody/i);
    expect(chinese.stdout).toContain('  运营者  ');
  });

  it.each(['0', 'many', '1.5'])('refuses --limit %s', async (limit) => {
    expect((await offer.run('history', 'contoso/linux-vm', '--limit', limit)).exitCode).toBe(2);
  });
});

it('offer publisher history tells who changed what of the publisher', async () => {
  const revoked = { kind: 'tokenRevoked', payload: { name: 'ci', role: 'Contributor' } };
  const voted = { kind: 'publisherChanged', payload: { goLiveVotes: 1 } };
  const own = { publisherId: 'contoso', offerId: '', publicationId: null, actor: 'ann@contoso' };
  const rest = { at: '2026-11-20T10:00:00.000Z', isVouchedFor: true, offerVersion: null };
  test.catalogue.historyRows.push(
    { ...own, ...rest, ...revoked, cursor: '100.1' },
    { ...own, ...rest, ...voted, cursor: '100.2' },
  );

  const told = await offer.run('publisher', 'history', 'contoso', '--limit', '1');
  const json = await offer.run('publisher', 'history', 'contoso', '--kind', 'tokenRevoked', '--json');
  const offersOwn = await offer.run('history', 'contoso/linux-vm', '--actor', 'ann@contoso');

  expect(told).toEqual({
    exitCode: 0,
    stderr: '',
    stdout:
      'Nov 20, 2026, 10:00:00 AM UTC  ann@contoso  The publisher was changed. People who must agree to a go-live: 1.\n',
  });
  expect(JSON.parse(json.stdout)).toMatchObject({ publisher: 'contoso', events: [{ kind: 'tokenRevoked' }] });
  expect(offersOwn.stdout).toBe('Nothing happened yet.\n');
});

describe('offer support', () => {
  const contact = ['--contact', 'ann@contoso.com'];

  it('answers with a case number, and lists the case', async () => {
    const asked = await offer.run('support', 'contoso/linux-vm', ...contact, '--text', 'It is stuck.');
    const listed = await offer.run('support', 'contoso/linux-vm');

    expect(asked).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: 'Case CASE-000001. The answer goes to ann@contoso.com.\n',
    });
    expect(listed.stdout).toMatch(/^CASE-000001 {2}.* UTC {2}It is stuck\.\n$/);
  });

  it('takes a long text from a pipe', async () => {
    const at = { stdin: 'One line.\nAnother.' };

    const { exitCode } = await offer.runAt(at, 'support', 'contoso/linux-vm', ...contact, '--text', '-');

    expect(exitCode).toBe(0);
    expect(test.catalogue.cases[0]).toMatchObject({ text: 'One line.\nAnother.' });
  });

  it('needs somebody to answer to', async () => {
    const { exitCode, stderr } = await offer.run('support', 'contoso/linux-vm', '--text', 'Help');

    expect([exitCode, stderr]).toEqual([2, 'Say with --contact who gets the answer.\n']);
  });
});

describe('offer withdraw and review', () => {
  it('takes a scheduled go-live back', async () => {
    test.publish(publicationAt('scheduled'));

    const told = await offer.run('withdraw', 'contoso/linux-vm');

    expect(told).toEqual({
      exitCode: 0,
      stderr: '',
      stdout: 'Withdraw go-live: accepted for contoso/linux-vm.\n',
    });
    expect(test.client.sent).toMatchObject([{ name: 'withdrawGoLive' }]);
  });

  it('has nothing to take back with 7', async () => {
    test.publish(publicationAt('signOff'));

    expect((await offer.run('withdraw', 'contoso/linux-vm')).exitCode).toBe(7);
  });

  it('passes a reviewer’s comments on', async () => {
    test.publish(publicationAt('certification'));
    test.client.next = 'pending';

    const comment = ['--comment', 'The logo is blurred'];
    const { exitCode } = await offer.run('review', 'request-changes', 'contoso/linux-vm', ...comment);

    expect(exitCode).toBe(0);
    expect(test.client.sent).toMatchObject([
      {
        name: 'reviewDecision',
        input: { decision: 'requestChanges', comments: [{ message: 'The logo is blurred' }] },
      },
    ]);
  });

  it.each([
    ['without a reason', ['request-changes', 'contoso/linux-vm'], /--comment/],
    ['with a word that is no decision', ['perhaps', 'contoso/linux-vm'], /unknown command 'perhaps'/],
  ])('refuses a review %s', async (_case, argv, words) => {
    const { exitCode, stderr } = await offer.run('review', ...argv);

    expect(exitCode).toBe(2);
    expect(stderr).toMatch(words);
  });
});
