import { languages } from '../../src/domain/text/language';
import { composeWebhookMail } from '../../src/domain/text/mails/webhook-mail';
import type { WebhookRecord } from '../../src/services/ports';
import { mailDisabledWebhooks, type WebhookMailRoles } from '../../src/worker/webhook-mails';
import { fakeMailTransport } from '../fakes/fake-mail-transport';

const webhook: WebhookRecord = {
  webhookId: '11111111-1111-4111-8111-111111111111',
  publisherId: 'contoso',
  url: 'https://ci.contoso.example/hooks/secret-path?key=secret-key',
  kinds: [],
  mode: 'structured',
  contactEmail: 'ops@contoso.example',
  state: 'disabled',
  disabledBecause: { code: 'webhook.exhausted', params: { tries: 13 } },
  disabledAt: '2026-11-20T12:00:00.000Z',
  previousUntil: null,
  createdBy: 'api',
  createdAt: '2026-11-01T12:00:00.000Z',
};

function roles() {
  const mail = fakeMailTransport();
  const noticed = new Set<string>();
  const webhookQueue: WebhookMailRoles['webhookQueue'] = {
    unnoticed: async () => (noticed.has(webhook.webhookId) ? [] : [webhook]),
    markNoticed: async (webhookId) => void noticed.add(webhookId),
  };
  const publishers = { languageOf: async () => 'es' as const };
  return { mail, noticed, webhookQueue, publishers, publicUrl: 'http://offers.example' };
}

it('tells the contact once, in the publisher’s language, why and what to do, without a key', async () => {
  const given = roles();

  await mailDisabledWebhooks(given);
  await mailDisabledWebhooks(given);

  const [only] = given.mail.mails;
  expect(given.mail.mails).toHaveLength(1);
  expect(only).toMatchObject({
    to: 'ops@contoso.example',
    messageId: `<webhook.${webhook.webhookId}.1795176000000@offers.example>`,
    subject: 'Ya no se envían eventos a ci.contoso.example (contoso)',
  });
  expect(only?.text).toContain('Intentos: 13.');
  expect(only?.text).toContain(
    `http://offers.example/api/publishers/contoso/webhooks/${webhook.webhookId}/replay`,
  );
  expect(`${only?.text}${only?.html}`).not.toContain('secret-');
});

it('is told later when the mail server is away', async () => {
  const given = roles();
  given.mail.away = 'connection refused';
  await expect(mailDisabledWebhooks(given)).rejects.toThrow('not mailed yet');

  given.mail.away = undefined;
  await mailDisabledWebhooks(given);

  expect(given.mail.mails).toHaveLength(1);
});

it.each(['webhook.gone', 'webhook.exhausted', 'webhook.other'])(
  'has words for %s in every language',
  (code) => {
    const facts = {
      ...webhook,
      reason: { code, params: { tries: 13 } },
      disabledAt: '2026-11-20T12:00:00.000Z',
    };

    const texts = languages.map(
      (language) => composeWebhookMail({ ...facts, language, site: 'http://offers.example' }).text,
    );

    expect(new Set(texts).size).toBe(languages.length);
    expect(texts.join()).not.toMatch(/\{\w+\}/);
  },
);
