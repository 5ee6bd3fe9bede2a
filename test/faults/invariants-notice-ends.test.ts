import { createTransport } from 'nodemailer';
import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { type OfferKey, workflowIdOf } from '../../src/domain/offer/ids';
import { waitingOf } from '../../src/domain/publication/waiting';
import { sampleApplicationKey } from '../../src/local/sample/application/offer';
import { samplePackage } from '../../src/local/sample/application/package';
import { sampleOffer } from '../../src/local/sample/offer';
import { artefactsIn } from '../support/blob-bytes';
import { hasEnded } from '../support/course';
import { violations } from '../support/invariants';
import { leadTable, openRealSystem, type RealSystem } from '../support/real-system';
import { publishForReview } from '../support/reviewed-application';
import { tableRows } from '../support/table-rows';
import { until } from '../support/until';
import { inWorkshop } from '../support/workshop';

it(
  'the invariants let wait who waits for a person, and notice how publications must not end and what they must not leave',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      const [api] = await Promise.all([system.startApi(), system.startWorker()]);
      const played: Played = {
        failed: await failAtLead(system),
        inReview: await publishForReview(system, api.url, samplePackage()),
        canceled: await waitForAddress(system, 'canceled'),
        terminated: await waitForAddress(system, 'terminated'),
      };
      await system.temporal.workflow.getHandle(played.canceled.workflowId).cancel();
      await system.untilLogged(played.canceled.publicationId, hasEnded);
      await system.untilLogged(played.inReview, (status) => waitingOf(status)?.what === 'review');

      const untouched = await violations(system);
      const found = await undisturbed(system, async () => {
        await damage(system, played);
        return violations(system, 2000);
      });

      expect(untouched).toEqual([]);
      for (const expected of noticed(played)) expect(found).toContainEqual(expect.stringMatching(expected));
    }),
  600_000,
);

type Waiting = { readonly publicationId: string; readonly workflowId: string };

/** Publications by how they stand. */
type Played = {
  /** Ended after its replicas were made: the next publication finds them. */
  readonly failed: string;
  readonly inReview: string;
  readonly canceled: Waiting;
  /** Waits for an address, until it is. */
  readonly terminated: Waiting;
};

/** Its lead table turns everybody away, which is known only once it is tried. */
async function failAtLead({ catalogue, files, offer, publish, untilLogged }: RealSystem): Promise<string> {
  const foreignKey = Buffer.alloc(64, 1).toString('base64');
  const refusing = leadTable().replace(/AccountKey=[^;]+/, `AccountKey=${foreignKey}`);
  await catalogue.offers.saveDraft(offer, sampleOffer({ ...files.urls, leadTable: refusing }), {
    actor: 'ann',
  });
  const publicationId = await publish();
  const { outcome, steps } = await untilLogged(publicationId, hasEnded);
  expect(outcome).toBe('failed');
  expect(steps.flatMap(({ findings }) => findings)).toMatchObject([{ ruleId: 'lead.test-failed' }]);
  return publicationId;
}

/** Nobody said who gets its notices. */
async function waitForAddress(system: RealSystem, offerId: string): Promise<Waiting> {
  const offer: OfferKey = { publisherId: 'contoso', offerId };
  await system.saveDraft(offer, system.files);
  const answer = await system.client.publish(offer);
  if (answer.kind !== 'started') throw new Error(`nothing was started: ${answer.kind}`);
  const { publicationId } = answer;
  await system.untilLogged(publicationId, (status) => waitingOf(status)?.what === 'address');
  return { publicationId, workflowId: workflowIdOf(offer) };
}

/** While no housekeeping of the product mends what is damaged. */
async function undisturbed<T>({ catalogue }: RealSystem, work: () => Promise<T>): Promise<T> {
  const working: Promise<T>[] = [];
  await until('housekeeping pauses', () =>
    catalogue.housekeeping.alone(async () => {
      working.push(work());
      await Promise.allSettled(working);
    }),
  );
  const [result] = await Promise.all(working);
  if (result === undefined) throw new Error('Nothing was done.');
  return result;
}

async function damage(system: RealSystem, { failed, inReview, canceled, terminated }: Played): Promise<void> {
  await system.temporal.workflow.getHandle(terminated.workflowId).terminate('by an operator');
  for (const statement of [
    // Housekeeping has looked since, and has let it go on.
    `update publication set checked_at = now() + interval '1 minute'
     where publication_id = '${terminated.publicationId}'`,
    `delete from event where publication_id = '${failed}' and kind = 'findingsReported'`,
    `update event set payload = jsonb_set(payload, '{pipeline,votes}', '2')
     where publication_id = '${inReview}' and kind = 'opened'`,
    // One region's replica belongs to whom it should not, the other one's to nobody.
    `insert into replica_hold (digest, region, publication_id, publisher_id, offer_id)
     select digest, region, '${canceled.publicationId}', publisher_id, offer_id from replica_hold
     where region = 'westeurope'`,
    `update replica_hold set released_at = now() - interval '1 hour' where region = 'eastus'`,
    publishedAgain(failed),
  ])
    await alter(system, statement);
  await artefactsIn('staging')
    .getBlockBlobClient(`ingest/${canceled.publicationId}/half`)
    .uploadData(Buffer.from('half'));
  await tellSecrets(system);
}

/** An hour ago, without a run and without a replica, and ended at once. */
const publishedAgain = (publicationId: string): string =>
  `insert into publication
     (publication_id, publisher_id, offer_id, language, status, newest_run_id, opened_at, ended_at)
   select '${randomUUID()}', publisher_id, offer_id, language, status, 'next',
     now() - interval '1 hour', now() - interval '1 hour'
   from publication where publication_id = '${publicationId}';
   update publication set ended_at = now() - interval '2 hours' where publication_id = '${publicationId}'`;

/** Keys of ours in a message to a run, in a log and in a mail. */
async function tellSecrets({ temporal, keys, secrets, inbox, logPaths }: RealSystem): Promise<void> {
  const run = temporal.workflow.getHandle(workflowIdOf(sampleApplicationKey));
  await run.signal('cancel', { requestId: 'r1', actor: keys.apiToken });
  const signature = encodeURIComponent(secrets['the signature of the SAS URL'] ?? '');
  const link = `https://a.example/disk.vhd?sv=1&sig=${Buffer.alloc(32, 9).toString('base64url')}`;
  await appendFile(logPaths()[0] ?? '', `{"msg":"read ${signature}"}\n{"msg":"read ${link}"}\n`);
  const mail = createTransport(inbox.url);
  await mail.sendMail({
    from: 'offers@x.example',
    to: 'ann@contoso.com',
    subject: 'A key',
    text: `${'\u043f\u0440\u0438\u0432\u0435\u0442 '.repeat(20)}${keys.secretsKey}`,
  });
  mail.close();
}

const noticed = ({ failed, canceled, terminated }: Played): readonly RegExp[] => [
  /^I1 approved with too few votes/,
  /^I5 mail .* to ann@contoso.com has no key/,
  new RegExp(`^I6 ${canceled.publicationId} still holds [0-9a-f]+ in westeurope`),
  new RegExp(`^I6 ${failed} still holds [0-9a-f]+ in westeurope`),
  new RegExp(`^I6 ${failed} left [0-9a-f]+ in eastus`),
  new RegExp(`^I6 ${canceled.publicationId} left ingest/${canceled.publicationId}/half in staging`),
  new RegExp(`^I7 ${failed} failed and shows no finding`),
  new RegExp(`^I7 ${terminated.workflowId}: the run is TERMINATED, and ${terminated.publicationId} is shown`),
  /^I9 the API token is in the history of publication\./,
  /^I9 the signature of the SAS URL is in .*\.log$/,
  /^I9 the signature of a SAS URL that nobody knows of is in .*\.log$/,
  /^I9 the key that encrypts secrets is in a mail$/,
];

/** Past the triggers that keep the log from exactly this. */
const alter = ({ databaseUrl }: RealSystem, statement: string): Promise<unknown> =>
  tableRows(databaseUrl, `set session_replication_role = replica; ${statement}`);
