import type { MailEvent } from '../../../src/domain/text/mails/mail-event';
import { recipientsOf } from '../../../src/domain/text/mails/mails';
import { headerOf } from '../../fakes/smtp-inbox';
import type { Invariant } from './invariant';
import type { RealSystem } from '../real-system';
import { tableRows } from '../table-rows';
import { until } from '../until';
import { dueMails } from './due-mails';
import { type LoggedPublication, loggedPublications } from './logged-publications';

type MailRow = {
  readonly key: string;
  readonly messageId: string;
  readonly publicationId: string;
  readonly isSent: boolean;
};

/** Every mail that is due or was prepared has arrived, under one id however often it was sent (I5). */
export const everyMailArrives: Invariant = async (system, patienceMs) => {
  const publications = await loggedPublications(system);
  const mails = publications.flatMap((publication) => mailsOf(publication, system));
  const expected = {
    due: mails.filter(({ isOvertaken }) => !isOvertaken).map(({ key }) => key),
    overtaken: new Set(mails.filter(({ isOvertaken }) => isOvertaken).map(({ key }) => key)),
    silenced: new Set(
      publications.filter(({ isTerminated }) => isTerminated).map(({ publicationId }) => publicationId),
    ),
    patienceMs,
  };
  return [...(await missingMails(system, expected)), ...(await unknownMails(system))];
};

type Expected = {
  readonly due: readonly string[];
  /** Keys of mails that nobody misses if they were not sent. */
  readonly overtaken: ReadonlySet<string>;
  /** Publications whose runs were terminated: what was not sent by then is not. */
  readonly silenced: ReadonlySet<string>;
  readonly patienceMs: number;
};

function mailsOf(
  { publicationId, events }: LoggedPublication,
  system: RealSystem,
): readonly { readonly key: string; readonly isOvertaken: boolean }[] {
  return dueMails(events).flatMap(({ event, number, emails, isOvertaken }) =>
    addressesOf(event, emails, system).map((to) => ({
      key: `${publicationId}/${event}/${number}/${to}`,
      isOvertaken,
    })),
  );
}

function addressesOf(
  event: MailEvent,
  emails: readonly string[],
  { environment }: RealSystem,
): readonly string[] {
  switch (recipientsOf(event)) {
    case 'publisher':
      return [...new Set(emails)];
    case 'reviewers':
      return [environment['REVIEWERS_EMAIL'] ?? 'reviewers@localhost.localdomain'];
    case 'operator':
      return [environment['OPERATOR_EMAIL'] ?? 'operator@localhost.localdomain'];
  }
}

/** What housekeeping has to tell (a step that is overdue, a board that is away) stands in no log: it is known once prepared. */
async function missingMails(
  { databaseUrl, inbox }: RealSystem,
  { due, overtaken, silenced, patienceMs }: Expected,
): Promise<readonly string[]> {
  let missing = due;
  await until(
    'all mails are there',
    async () => {
      const rows = await sentMails(databaseUrl);
      const arrived = new Set(inbox.mails.map((mail) => headerOf(mail, 'Message-ID')));
      const prepared = rows.filter(
        ({ key, publicationId, isSent }) => !silenced.has(publicationId) && (isSent || !overtaken.has(key)),
      );
      const here = new Set(rows.filter(({ messageId }) => arrived.has(messageId)).map(({ key }) => key));
      missing = [...new Set([...due, ...prepared.map(({ key }) => key)])].filter((key) => !here.has(key));
      return missing.length === 0;
    },
    patienceMs,
  ).catch(() => undefined);
  return missing.map((key) => `I5 mail ${key} did not arrive`);
}

/** Whatever came belongs to one key: a mail sent again under another id would be a second one to its reader. */
async function unknownMails({ databaseUrl, inbox }: RealSystem): Promise<readonly string[]> {
  const rows = await sentMails(databaseUrl);
  const known = new Map([
    ...rows.map(({ key, messageId }) => [messageId, key.split('/').at(-1)] as const),
    ...(await mailsOfHousekeeping(databaseUrl)),
  ]);
  return inbox.mails.flatMap((mail) => {
    const id = headerOf(mail, 'Message-ID') ?? '';
    const to = known.get(id.replace(/@.*/, '')) ?? known.get(id);
    return to !== undefined && mail.to.includes(to) ? [] : [`I5 mail ${id} to ${mail.to.join()} has no key`];
  });
}

const sentMails = (databaseUrl: string): Promise<readonly MailRow[]> =>
  tableRows<MailRow>(
    databaseUrl,
    `select key, message_id as "messageId", publication_id as "publicationId", sent_at is not null as "isSent"
     from sent_mail`,
  );

/** About support requests and webhooks that were disabled: their ids say which, up to the host's name. */
async function mailsOfHousekeeping(
  databaseUrl: string,
): Promise<readonly (readonly [id: string, to: string])[]> {
  const rows = await tableRows<{ id: string; to: string }>(
    databaseUrl,
    `select '<support.' || case_id || '.' || number as id, recipient as to from support_mail
     union all
     select '<webhook.' || webhook_id || '.' || (extract(epoch from disabled_at) * 1000)::bigint, contact_email
     from webhook where contact_email is not null and disabled_at is not null`,
  );
  return rows.map(({ id, to }) => [id, to] as const);
}
