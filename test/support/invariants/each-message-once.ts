import { AzureNamedKeyCredential, TableClient } from '@azure/data-tables';
import type { PublicationEvent } from '../../../src/domain/publication/events';
import type { MailEvent } from '../../../src/domain/text/mail-event';
import { leadTable } from '../../../src/services/lead-destinations/azure-table';
import { headerOf } from '../../fakes/smtp-inbox';
import type { Invariant } from '../invariants';
import type { RealSystem } from '../real-system';
import { testStack } from '../stack';
import { tableRows } from '../table-rows';
import { until } from '../until';

type MailRow = { readonly key: string; readonly messageId: string };

/** Every mail and lead that is due has arrived, under one id however often it was sent (I5). */
export const eachMessageOnce: Invariant = async (system) => {
  const { publications, offers } = system.catalogue;
  const records = (
    await Promise.all((await offers.list()).map((offer) => publications.listOf(offer)))
  ).flat();
  const found: string[] = [];
  for (const { publicationId, status, runId } of records) {
    const events = await publications.events(publicationId);
    // The run of a terminated publication tells nobody of its end.
    const told = runId.startsWith('closed-by.') ? events.filter(({ kind }) => kind !== 'ended') : events;
    const keys = status.notificationEmails.flatMap((to) =>
      dueMails(told).map((event) => `${publicationId}/${event}/1/${to}`),
    );
    found.push(...(await mailFaults(system, keys)));
    const isRegistered = told.some(
      (event) => event.kind === 'messageAdded' && event.message.code === 'lead.registered',
    );
    if (isRegistered) found.push(...(await leadFaults(publicationId)));
  }
  return [...found, ...(await unknownMails(system))];
};

function dueMails(events: readonly PublicationEvent[]): readonly MailEvent[] {
  const steps = events.flatMap((event) => (event.kind === 'opened' ? event.pipeline.steps : []));
  const reviews = steps.filter(({ stages }) => stages.includes('review')).map(({ id }) => id);
  return events.flatMap((event): readonly MailEvent[] => {
    if (event.kind === 'previewOpened') return ['previewReady'];
    // Where reviewers come next, their approval is what sends it to production.
    if (event.kind === 'goLiveApproved') return reviews.length === 0 ? ['goLiveApproved'] : [];
    if (event.kind === 'reviewOpened') return reviews.includes(event.step) ? ['reviewStarted'] : [];
    if (event.kind === 'reviewDecided' && reviews.includes(event.step))
      return [event.decision === 'approve' ? 'reviewApproved' : 'changesRequested'];
    if (event.kind === 'ended' && (event.outcome === 'live' || event.outcome === 'canceled'))
      return [event.outcome];
    return [];
  });
}

async function mailFaults(
  { databaseUrl, inbox }: RealSystem,
  keys: readonly string[],
): Promise<readonly string[]> {
  const isThere = (rows: readonly MailRow[]) => (key: string) =>
    rows.some((row) => row.key === key && arrivals(inbox, row.messageId).length > 0);
  let missing = keys;
  await until(
    'all mails are there',
    async () => {
      const rows = await sentMails(databaseUrl);
      missing = keys.filter((key) => !isThere(rows)(key));
      return missing.length === 0;
    },
    20_000,
  ).catch(() => undefined);
  return missing.map((key) => `I5 mail ${key} did not arrive`);
}

/** Whatever came belongs to one key: a mail sent again under another id would be a second one to its reader. */
async function unknownMails({ databaseUrl, inbox }: RealSystem): Promise<readonly string[]> {
  const rows = await sentMails(databaseUrl);
  const known = new Map(rows.map(({ key, messageId }) => [messageId, key]));
  return inbox.mails.flatMap((mail) => {
    const id = headerOf(mail, 'Message-ID') ?? '';
    const to = known.get(id)?.split('/').at(-1);
    return to !== undefined && mail.to.includes(to) ? [] : [`I5 mail ${id} to ${mail.to.join()} has no key`];
  });
}

const arrivals = (inbox: RealSystem['inbox'], messageId: string): readonly unknown[] =>
  inbox.mails.filter((mail) => headerOf(mail, 'Message-ID') === messageId);

const sentMails = (databaseUrl: string): Promise<readonly MailRow[]> =>
  tableRows<MailRow>(databaseUrl, 'select key, message_id as "messageId" from sent_mail');

async function leadFaults(publicationId: string): Promise<readonly string[]> {
  const { storage } = testStack();
  const credential = new AzureNamedKeyCredential('publisher', storage.accountKey('publisher'));
  const options = { allowInsecureConnection: true };
  const table = new TableClient(storage.tableUrl('publisher'), leadTable, credential, options);
  const tokens: string[] = [];
  for await (const { rowKey = '' } of table.listEntities()) {
    if (rowKey.startsWith(publicationId)) tokens.push(rowKey);
  }
  return tokens.length === 1 ? [] : [`I5 ${publicationId} has ${tokens.length} test leads`];
}
