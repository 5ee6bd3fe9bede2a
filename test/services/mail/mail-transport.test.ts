import { type AddressInfo, createServer } from 'node:net';
import { openMailTransport } from '../../../src/services/mail/mail-transport';
import type { OutgoingMail } from '../../../src/services/ports';
import { type InboxBehaviour, type SmtpInbox, headerOf, openSmtpInbox } from '../../fakes/smtp-inbox';
import { ownPort } from '../../support/own-port';

const mail: OutgoingMail = {
  messageId: '<one@marketplace.example>',
  to: 'publisher@contoso.example',
  subject: 'Linux VM: the preview is ready',
  text: 'plain words\n.\nafter a lone dot\n',
  html: '<p>rich words</p>',
};
const from = 'marketplace@localhost';
const opened: { close: () => unknown }[] = [];

async function inboxWith(behaviour: InboxBehaviour = {}, port = 0): Promise<SmtpInbox> {
  const inbox = await openSmtpInbox(behaviour, port);
  opened.push(inbox);
  return inbox;
}

function transportTo(smtpUrl: string, silenceMs = 60_000): ReturnType<typeof openMailTransport> {
  const transport = openMailTransport({ smtpUrl, from, silenceMs });
  opened.unshift(transport);
  return transport;
}

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

it('delivers one message to one recipient, as text and HTML, under the given Message-ID', async () => {
  const inbox = await inboxWith();

  const answer = await transportTo(inbox.url).send(mail);

  expect(answer).toEqual({ kind: 'accepted' });
  expect(inbox.mails).toHaveLength(1);
  const [received] = inbox.mails;
  expect(received).toMatchObject({ from, to: [mail.to] });
  expect(headerOf(received!, 'Message-ID')).toBe(mail.messageId);
  expect(headerOf(received!, 'Auto-Submitted')).toBe('auto-generated');
  expect(headerOf(received!, 'References')).toBeUndefined();
  expect(received!.raw).toContain('plain words\r\n.\r\nafter a lone dot');
  expect(received!.raw).toContain('<p>rich words</p>');
});

it('puts a later mail into the thread of the first', async () => {
  const inbox = await inboxWith();

  await transportTo(inbox.url).send({ ...mail, messageId: '<two@x.example>', references: mail.messageId });

  expect(headerOf(inbox.mails[0]!, 'References')).toBe(mail.messageId);
  expect(headerOf(inbox.mails[0]!, 'In-Reply-To')).toBe(mail.messageId);
});

it('throws while the server is down and delivers exactly once when it is back', async () => {
  const port = await ownPort();
  const transport = transportTo(`smtp://127.0.0.1:${port}`);

  await expect(transport.send(mail)).rejects.toThrow(/ECONNREFUSED/);
  await expect(transport.ping()).rejects.toThrow(/ECONNREFUSED/);
  const inbox = await inboxWith({}, port);
  await transport.ping();
  await transport.send(mail);

  expect(inbox.mails.map((each) => headerOf(each, 'Message-ID'))).toEqual([mail.messageId]);
});

it('keeps the Message-ID when the line broke after the content and the mail is sent again', async () => {
  const inbox = await inboxWith({ afterData: (_mail, count) => (count === 1 ? 'drop' : 'accept') });
  const transport = transportTo(inbox.url);

  await expect(transport.send(mail)).rejects.toThrow(/cannot be used now/);
  await transport.send(mail);

  expect(inbox.mails.map((each) => headerOf(each, 'Message-ID'))).toEqual([mail.messageId, mail.messageId]);
});

it.each([
  ['an unknown recipient', { refuseRecipient: () => ({ code: 550, text: 'no such user' }) }],
  ['content that is never accepted', { afterData: () => ({ code: 554, text: 'no such user' }) }],
] satisfies [string, InboxBehaviour][])(
  'answers "refused", with the server’s words, to %s',
  async (_, behaviour) => {
    const inbox = await inboxWith(behaviour);

    const answer = await transportTo(inbox.url).send(mail);

    expect(answer).toEqual({ kind: 'refused', reason: expect.stringContaining('no such user') });
  },
);

it.each([
  ['greylisting', { refuseRecipient: () => ({ code: 451, text: 'try later' }) }],
  [
    'a sender that is not allowed (our own setting)',
    { refuseSender: () => ({ code: 550, text: 'who are you' }) },
  ],
  ['a full disk after the content', { afterData: () => ({ code: 452, text: 'disk full' }) }],
] satisfies [string, InboxBehaviour][])('throws, so that it is tried again, on %s', async (_, behaviour) => {
  const inbox = await inboxWith(behaviour);

  await expect(transportTo(inbox.url).send(mail)).rejects.toThrow(/45\d|550/);
});

it('gives up a server that accepts the connection and then says nothing', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((listening) => silent.listen(0, '127.0.0.1', listening));
  opened.push({ close: () => new Promise((closed) => silent.close(closed)) });
  const transport = transportTo(`smtp://127.0.0.1:${(silent.address() as AddressInfo).port}`, 3000);

  await expect(transport.send(mail)).rejects.toThrow(
    /^The mail server 127.0.0.1:\d+ cannot be used now: (Timeout|Greeting never received)$/,
  );
});

it('names the server and not the password when it cannot be reached', async () => {
  const transport = transportTo('smtp://user:hunter2@127.0.0.1:1');

  const failure: unknown = await transport.send(mail).catch((error: unknown) => error);

  expect(String(failure)).toContain('127.0.0.1:1');
  expect(String(failure)).not.toContain('hunter2');
});

it.each<[string, Partial<OutgoingMail>]>([
  ['a second header behind the recipient', { to: 'a@contoso.example\r\nBcc: evil@x.example' }],
  ['two recipients in one', { to: 'a@contoso.example, evil@x.example' }],
  ['a display name that hides another recipient', { to: '"evil@x.example" <a@contoso.example>' }],
  ['a recipient that is a command', { to: 'a@contoso.example>\r\nRCPT TO:<evil@x.example' }],
  ['a header behind the subject', { subject: 'Hello\r\nBcc: evil@x.example' }],
  ['a header behind the Message-ID', { messageId: '<a@b>\r\nBcc: evil@x.example' }],
  ['a header behind the thread', { references: '<a@b>\nBcc: evil@x.example' }],
])('lets no mail out with %s', async (_, attack) => {
  const inbox = await inboxWith();

  const answer = await transportTo(inbox.url).send({ ...mail, ...attack });

  expect(answer.kind).toBe('refused');
  expect(inbox.mails).toEqual([]);
});

it('never reads a file that a content names', async () => {
  const inbox = await inboxWith();
  const content = { path: __filename } as unknown as string;

  await expect(transportTo(inbox.url).send({ ...mail, html: content })).rejects.toThrow(/File access/);

  expect(inbox.mails).toEqual([]);
});
