import { openMailTransport } from '../../../src/services/mail/mail-transport';
import { testStack } from '../../support/stack';
import { until } from '../../support/until';

type InboxMail = {
  readonly subject: string;
  readonly to: readonly { readonly address: string }[];
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly html: string;
};

it('arrives in the inbox of the local stack, in every language, as text and as HTML', async () => {
  const { smtpUrl, inboxUrl } = testStack();
  const transport = openMailTransport({ smtpUrl, from: 'marketplace@localhost' });
  const id = `words-${process.pid}-${Date.now()}@market.example`;
  const subject = 'Контосо: la oferta está publicada 已推出';

  try {
    await transport.ping();
    const answer = await transport.send({
      messageId: `<${id}>`,
      to: 'pat@contoso.example',
      subject,
      text: 'Опубликовано · 已推出',
      html: '<p>Опубликовано · 已推出</p>',
    });
    const mine = await until('it is in the inbox', async () => {
      const mails = (await (await fetch(`${inboxUrl}/email`)).json()) as readonly InboxMail[];
      const found = mails.filter(({ headers }) => headers['message-id'] === `<${id}>`);
      return found.length > 0 && found;
    });

    expect(answer).toEqual({ kind: 'accepted' });
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({ subject, to: [{ address: 'pat@contoso.example' }] });
    expect(mine[0]!.text).toContain('Опубликовано · 已推出');
    expect(mine[0]!.html).toContain('<p>Опубликовано · 已推出</p>');
  } finally {
    transport.close();
  }
});
