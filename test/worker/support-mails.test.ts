import type { SupportMail } from '../../src/services/ports';
import { mailSupportRequests, type SupportMailRoles } from '../../src/worker/support-mails';
import { fakeMailTransport } from '../fakes/fake-mail-transport';

const phishing = 'Your account is locked: https://evil.example/login';
const request: SupportMail['request'] = {
  caseNumber: 'CASE-000007',
  publisherId: 'contoso',
  offerId: 'linux-vm',
  publicationId: 'p-1',
  step: 'displaycertify',
  contactEmail: 'ann@contoso.com',
  text: `What is <aligned>? ${phishing}`,
  findings: [{ ruleId: 'vm.vhd.size-alignment', severity: 'error', params: {}, target: {}, actual: '1' }],
  createdAt: '2026-11-20T12:00:00.000Z',
};

/** The outbox in memory: what is settled is not waiting any more. */
function outbox(...to: readonly string[]) {
  const settled: [string, string | undefined][] = [];
  const mails = to.map((each, index): SupportMail => {
    return { to: each, language: index === 0 ? 'en' : 'ru', number: index + 1, request };
  });
  const supportRequests: SupportMailRoles['supportRequests'] = {
    unsentMails: async () => mails.filter((each) => !settled.some(([known]) => known === each.to)),
    settleMail: async ({ number }, refusal) => void settled.push([to[number - 1] ?? '', refusal]),
  };
  return { settled, supportRequests };
}

const publicUrl = 'http://offers.example';

describe('mails about support requests', () => {
  it('tell support case, step, findings and the page, each reader in their language, under fixed ids', async () => {
    const { supportRequests, settled } = outbox('support@offers.example', 'ann@contoso.com');
    const mail = fakeMailTransport();

    await mailSupportRequests({ supportRequests, mail, publicUrl });

    const [support, sender] = mail.mails;
    expect(mail.mails.map(({ to, messageId }) => [to, messageId])).toEqual([
      ['support@offers.example', '<support.CASE-000007.1@offers.example>'],
      ['ann@contoso.com', '<support.CASE-000007.2@offers.example>'],
    ]);
    expect(support?.subject).toBe('Support request CASE-000007 for contoso/linux-vm');
    expect(sender?.subject).toBe('Запрос в поддержку CASE-000007: contoso/linux-vm');
    expect(support?.text).toContain('vm.vhd.size-alignment');
    expect(support?.text).toContain('Step: Certification');
    expect(support?.text).toContain(`${publicUrl}/publishers/contoso/offers/linux-vm/status?publication=p-1`);
    expect(support?.html).not.toContain('<aligned>');
    expect(support?.text).toContain(phishing);
    expect(settled).toHaveLength(2);
  });

  it('bring whoever the asker named case, offer and step, and nothing the asker can write', async () => {
    const { supportRequests } = outbox('support@offers.example', 'victim@elsewhere.example');
    const mail = fakeMailTransport();

    await mailSupportRequests({ supportRequests, mail, publicUrl });

    const confirmation = mail.mails[1];
    expect(confirmation?.subject).toContain('CASE-000007');
    expect(confirmation?.text).toBe(
      [
        'Получен запрос в поддержку, в котором указан этот адрес. Если будете писать о нём, сохраняйте его номер в теме письма. Если запрос не ваш, ничего делать не нужно.',
        'Этап: Сертификация',
        'contoso/linux-vm · CASE-000007\n',
      ].join('\n\n'),
    );
    expect(confirmation?.html).not.toMatch(/evil|aligned|vhd|href/);
  });

  it('wait while the mail server is away, and go out once it is back', async () => {
    const { supportRequests, settled } = outbox('support@offers.example');
    const mail = fakeMailTransport();
    mail.away = 'connection refused';

    await expect(mailSupportRequests({ supportRequests, mail, publicUrl })).rejects.toThrow('not mailed yet');
    const meanwhile = [...settled];
    mail.away = undefined;
    await mailSupportRequests({ supportRequests, mail, publicUrl });
    await mailSupportRequests({ supportRequests, mail, publicUrl });

    expect(meanwhile).toEqual([]);
    expect(mail.mails).toHaveLength(1);
    expect(settled).toEqual([['support@offers.example', undefined]]);
  });

  it('that are refused for good are noted and left; the other readers get theirs', async () => {
    const { supportRequests, settled } = outbox('nobody@contoso.com', 'ann@contoso.com');
    const mail = fakeMailTransport();
    mail.refuse('nobody@contoso.com');

    await mailSupportRequests({ supportRequests, mail, publicUrl });

    expect(settled).toEqual([
      ['nobody@contoso.com', '550 no such user'],
      ['ann@contoso.com', undefined],
    ]);
  });
});
