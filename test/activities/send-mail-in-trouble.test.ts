import { randomBytes, randomUUID } from 'node:crypto';
import { type MailRoles, sendMailActivities } from '../../src/activities/send-mail';
import { openCatalogue } from '../../src/services/catalogue/catalogue';
import { openMailTransport } from '../../src/services/mail/mail-transport';
import type { Catalogue } from '../../src/services/ports';
import { statusAt } from '../domain/text/mail-examples';
import { headerOf, openSmtpInbox } from '../fakes/smtp-inbox';
import { migratedDatabase } from '../support/migrated-database';
import { dropDatabase } from '../support/stack';
import { databasePatience } from '../support/fresh-catalogue';
import { ownPort } from '../support/own-port';

let databaseUrl: string;
let catalogue: Catalogue;

beforeAll(async () => {
  databaseUrl = await migratedDatabase();
  catalogue = await openCatalogue({
    databaseUrl,
    secretsKey: randomBytes(32).toString('base64'),
    patience: databasePatience,
  });
});

afterAll(async () => {
  await catalogue.close();
  await dropDatabase(databaseUrl);
});

function rolesWith(smtpUrl: string): MailRoles & { readonly close: () => void } {
  const mail = openMailTransport({ smtpUrl, from: 'marketplace@localhost', silenceMs: 60_000 });
  return {
    sentMails: catalogue.sentMails,
    mail,
    close: mail.close,
    operatorEmail: 'operator@market.example',
    reviewersEmail: 'reviewers@market.example',
    publicUrl: 'https://market.example',
    publications: {
      find: (publicationId) =>
        Promise.resolve({
          publicationId,
          publisherId: 'contoso',
          offerId: 'linux-vm',
          runId: 'run-1',
          status: statusAt('live'),
        }),
    },
    operations: catalogue.operations,
    reports: catalogue.reports,
    certifications: catalogue.certifications,
    offers: catalogue.offers,
    previewTokens: { issue: () => Promise.reject(new Error('no preview in these mails')) },
  };
}

it('one distinct Message-ID reaches each address, whatever the mail server does in between', async () => {
  const publicationId = randomUUID();
  const input = {
    publicationId,
    publisherId: 'contoso',
    offerId: 'linux-vm',
    event: 'live' as const,
    number: 1,
    emails: ['pat@contoso.example', 'kim@contoso.example'],
  };
  const port = await ownPort();
  const roles = rolesWith(`smtp://127.0.0.1:${port}`);
  const { sendMail } = sendMailActivities(roles);

  await expect(sendMail(input)).rejects.toThrow('cannot be used now');
  const inbox = await openSmtpInbox({ afterData: (_, count) => (count <= 2 ? 'drop' : 'accept') }, port);
  await expect(sendMail(input)).rejects.toThrow('cannot be used now');
  await sendMail(input);
  // Another worker, that knows nothing of the first, is asked for the same mails.
  const second = rolesWith(inbox.url);
  await sendMailActivities(second).sendMail(input);

  const ids = inbox.mails.map((mail) => `${mail.to.join()} ${headerOf(mail, 'Message-ID')}`);
  expect(ids).toHaveLength(4);
  expect(new Set(ids).size).toBe(2);
  expect(new Set(inbox.mails.map((mail) => headerOf(mail, 'Message-ID'))).size).toBe(2);
  roles.close();
  second.close();
  await inbox.close();
});

it('a mail server that was never up leaves nothing that claims to be sent', async () => {
  const key = `${randomUUID()}/live/1/pat@contoso.example`;
  const [publicationId = ''] = key.split('/');
  const roles = rolesWith(`smtp://127.0.0.1:${await ownPort()}`);

  await expect(
    sendMailActivities(roles).sendMail({
      publicationId,
      publisherId: 'contoso',
      offerId: 'linux-vm',
      event: 'live',
      number: 1,
      emails: ['pat@contoso.example'],
    }),
  ).rejects.toThrow('ECONNREFUSED');
  const prepared = await catalogue.sentMails.prepare(key, publicationId);

  expect(prepared.sentAt).toBeNull();
  roles.close();
});
