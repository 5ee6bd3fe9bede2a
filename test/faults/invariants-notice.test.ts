import { randomUUID } from 'node:crypto';
import { startAzureDevOps } from '../fakes/azure-devops';
import { artefactsIn } from '../support/blob-bytes';
import { hasEnded, seeThrough } from '../support/course';
import { violations } from '../support/invariants';
import { leadRows } from '../support/invariants/leads-arrive';
import { onlyApprovedIsLive } from '../support/invariants/only-approved-is-live';
import { openRealSystem, type RealSystem } from '../support/real-system';
import { tableRows } from '../support/table-rows';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver';
import { inWorkshop } from '../support/workshop';

it(
  'the invariants hold where nothing was broken, and notice each damage',
  () =>
    inWorkshop(async (workshop) => {
      const [receiver, board] = await Promise.all([startWebhookReceiver(), startAzureDevOps()]);
      workshop.atEnd(receiver.close);
      workshop.atEnd(board.close);
      const system = await openRealSystem(workshop, { receiver, board });
      await subscribe(system, receiver);
      await system.startWorker();
      await failValidation(system);
      await startElsewhere(system);
      const publicationId = await system.publish();
      await seeThrough(system, publicationId);

      const untouched = await violations(system);
      await spoilOneSector(system);
      await alter(system, showEverywhere(system.keys.apiToken));
      for (const [damage] of damages) await alter(system, damage);
      await leaveLeadTwice(publicationId);
      // What was damaged is there already: nothing has to be waited for.
      const found = await violations(system, 2000);
      await alter(system, certifyNothing);
      const uncertified = await onlyApprovedIsLive(system, 2000);

      expect(untouched).toEqual([]);
      expect(found).toContainEqual(expect.stringMatching(/^I2 eastus holds/));
      expect(found).toContain(`I5 ${publicationId} has 2 test leads`);
      expect(uncertified).toContainEqual(
        expect.stringMatching(/^I1 .* the page offers [0-9a-f]+, not certified/),
      );
      for (const place of shownPlaces) expect(found).toContainEqual(expect.stringMatching(place));
      for (const expected of damages.flatMap(([, noticed]) => noticed)) {
        expect(found).toContainEqual(expect.stringMatching(expected));
      }
    }),
  900_000,
);

const live = `(select publication_id from publication where status ->> 'outcome' = 'live')`;

const refused = `(select publication_id from publication where offer_id = 'unfinished')`;

/** As if the log of a publication told one thing more. */
const told = (sequence: number, event: Readonly<Record<string, unknown>>, of = live): string =>
  `insert into event (publisher_id, offer_id, publication_id, run_id, sequence, kind, payload)
   select publisher_id, offer_id, publication_id, newest_run_id, last_sequence + ${sequence}, '${String(event['kind'])}',
     '${JSON.stringify({ ...event, at: new Date().toISOString() })}'
   from publication where publication_id = ${of}`;

const said = (code: string) => ({
  kind: 'messageAdded',
  step: 'publisher-signoff',
  level: 'information',
  message: { code, params: { number: 1 } },
});

const opened = { kind: 'reviewOpened', step: 'live', workItem: { board: 'azure-devops', id: '7', url: '' } };

/** A review as our records have it. */
const reviewed = (publicationId: string, item: number): string =>
  `insert into review_item (publication_id, step, publisher_id, offer_id, offer_type, offer_version, title,
     report_ids, changes, signed_off_by, board, external_id, external_url, due_at)
   values (${publicationId}, 'microsoft-review', 'contoso', 'linux-vm', 'microsoft-azure-applications', 1, '',
     '[]', '[]', '[]', 'azure-devops', '${item}', '', now())`;

const damages: readonly (readonly [statement: string, noticed: readonly RegExp[]])[] = [
  [`update report set verdict = 'failed'`, [/^I1 .* certification did not pass/]],
  [
    `delete from event where kind = 'goLiveApproved'`,
    [/^I1 .* without its publisher's go-live/, /^I1 live without a go-live \(publication/],
  ],
  [`delete from event where kind = 'previewSet'`, [/^I3 .* showed another package/]],
  [
    `insert into package (package_digest, manifest, page, signature)
     select 'another', manifest, replace(page::text, 'Contoso', 'Fabrikam')::json, signature from package limit 1;
     update slot set package_digest = 'another' where slot = 'Preview'`,
    [/^I3 \/marketplace\/contoso\/linux-vm differs from its preview: .*Fabrikam/],
  ],
  [
    `insert into offer_version (publisher_id, offer_id, offer_version, offer_type, publication_id, document, regions)
     select publisher_id, offer_id, 7, offer_type, 'p-7', document, regions from offer_version where offer_id = 'linux-vm';
     update slot set offer_version = 7 where slot = 'Production'`,
    [/^I4 .* version 7 is live/],
  ],
  [
    `update sent_mail set message_id = '<other@id>' where key like '%/live/1/ann@contoso.com'`,
    [/^I5 mail .*\/live\/.* did not arrive/, /^I5 mail .* has no key/],
  ],
  [`delete from sent_mail where key like '%/validationFailed/%'`, [/^I5 mail .*\/validationFailed\/1\/ann@/]],
  [`delete from sent_mail where key like '%/startRefused/%'`, [/^I5 mail .*\/startRefused\/1\/ann@/]],
  [told(1, said('signOff.reminded')), [/^I5 mail .*\/signOffReminder\/1\/ann@/]],
  [told(2, said('review.reminded')), [/^I5 mail .*\/reviewReminder\/1\/reviewers@/]],
  [told(3, said('address.reminded')), [/^I5 mail .*\/addressMissing\/1\/operator@/]],
  [told(4, { kind: 'goLiveVoted', actor: 'bob' }), [/^I5 mail .*\/goLiveScheduled\/2\/ann@/]],
  [
    `insert into sent_mail (key, publication_id, message_id)
     values ('p-1/overdue/3/operator@localhost.localdomain', 'p-1', '<overdue@id>')`,
    [/^I5 mail p-1\/overdue\/3\/operator@.* did not arrive/],
  ],
  [told(1, said('lead.registered'), refused), [/^I5 .* has 0 test leads/]],
  [told(5, opened), [/^I5 .* has no review with work item 7 of azure-devops/, /^reviewOpened after the end/]],
  [
    `${reviewed(live, 1)}; ${reviewed(`'p-1'`, 1)}`,
    [/^I5 p-1 has work item azure-devops 1, which is another's/, /^I5 the board has 0 work items of p-1/],
  ],
  [
    `delete from webhook_delivery where event_id = (select id from event where kind = 'wentLive')`,
    [/^I5 wentLive .* did not arrive at webhook/, /^I5 the receiver got .*, which no delivery is called/],
  ],
  [
    `update publication set status = status || '{"outcome": "canceled"}' where publication_id = ${live}`,
    [/^I6 .* is still shown/, /^I8 .* the log is behind/],
  ],
];

/** A secret in what the publisher is called, in the offer's title, in who asked for something and who is told. */
const showEverywhere = (secret: string): string =>
  `update publisher set display_text = '${secret}';
   update offer set title = '${secret}', draft = jsonb_set(draft, '{definition,displayText}', '"${secret}"');
   insert into operation (operation_id, kind, publisher_id, offer_id, publication_id, state, actor)
   values ('${randomUUID()}', 'publish', 'contoso', 'linux-vm', ${live}, 'succeeded', '${secret}');
   update publication set status = status || '{"requestedBy": "${secret}", "notificationEmails": ["${secret}"]}'`;

const shownPlaces: readonly RegExp[] = [
  /^I9 the API token is in table publisher$/,
  /^I9 the API token is in \/marketplace\/contoso\/linux-vm$/,
  /^I9 the API token is in \/preview\/contoso\/linux-vm\?/,
  /^I9 the API token is in \/publishers\/contoso\/offers\/linux-vm\/status$/,
  /^I9 the API token is in \/publishers\/contoso\/offers\/linux-vm\/edit$/,
  /^I9 the API token is in \/api\/publishers\/contoso\/offers\/linux-vm$/,
  /^I9 the API token is in \/api\/publishers\/contoso\/offers\/linux-vm\/status$/,
  /^I9 the API token is in \/api\/publishers\/contoso\/offers\/linux-vm\/publication$/,
  /^I9 the API token is in \/api\/publishers\/contoso\/offers\/linux-vm\/operations\/[^/]+$/,
];

/** Past the triggers that keep the log and the live versions from exactly this. */
const alter = ({ databaseUrl }: RealSystem, statement: string): Promise<unknown> =>
  tableRows(databaseUrl, `set session_replication_role = replica; ${statement}`);

async function subscribe({ catalogue }: RealSystem, { url }: WebhookReceiver): Promise<void> {
  await catalogue.webhooks.create(
    {
      webhookId: randomUUID(),
      publisherId: 'contoso',
      url,
      kinds: [],
      mode: 'structured',
      contactEmail: null,
      createdBy: 'ann',
    },
    { secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}`, limit: 20 },
  );
}

async function failValidation(system: RealSystem): Promise<void> {
  const offer = { publisherId: 'contoso', offerId: 'unfinished' };
  const draft = {
    offerTypeId: 'microsoft-azure-virtualmachines',
    ...offer,
    id: offer.offerId,
    definition: {},
  };
  await system.catalogue.offers.saveDraft(offer, draft, { actor: 'ann' });
  const { outcome } = await system.untilLogged(await system.publish(offer), hasEnded);
  expect(outcome).toBe('failed');
}

/** A start under an id that is not the offer's. */
async function startElsewhere({ temporal, offer, emails }: RealSystem): Promise<void> {
  await temporal.workflow.execute('publication', {
    workflowId: 'somebody-elses',
    taskQueue: 'publication',
    args: [{ ...offer, notificationEmails: emails }],
  });
}

async function leaveLeadTwice(publicationId: string): Promise<void> {
  await leadRows().createEntity({ partitionKey: 'lead', rowKey: `${publicationId}-again` });
}

/** As if the page offered what no report is about. */
const certifyNothing = `update package set manifest = jsonb_set(manifest::jsonb, '{artefacts}', '[]')::json`;

async function spoilOneSector({ catalogue, offer }: RealSystem): Promise<void> {
  const [disk] = await catalogue.artefacts.bindings(offer, 1);
  const blob = artefactsIn('eastus').getPageBlobClient(disk?.digest ?? '');
  await blob.uploadPages(Buffer.alloc(512, 1), 1024 * 1024, 512);
}
