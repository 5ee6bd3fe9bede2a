import { artefactsIn } from '../support/blob-bytes';
import { seeThrough } from '../support/course';
import { violations } from '../support/invariants';
import { openRealSystem, type RealSystem } from '../support/real-system';
import { tableRows } from '../support/table-rows';
import { inWorkshop } from '../support/workshop';

it(
  'the invariants hold where nothing was broken, and notice each damage',
  () =>
    inWorkshop(async (workshop) => {
      const system = await openRealSystem(workshop);
      await system.startWorker();
      await seeThrough(system, await system.publish());

      const untouched = await violations(system);
      await spoilOneSector(system);
      for (const [damage] of damages) await alter(system, damage);
      await alter(system, `insert into publisher (publisher_id) values ('${system.secrets[sasSignature]}')`);
      const found = await violations(system);

      expect(untouched).toEqual([]);
      expect(found).toContainEqual(expect.stringMatching(/^I2 eastus holds/));
      expect(found).toContain(`I9 ${sasSignature} is in table publisher`);
      for (const expected of damages.flatMap(([, noticed]) => noticed)) {
        expect(found).toContainEqual(expect.stringMatching(expected));
      }
    }),
  300_000,
);

const sasSignature = 'the signature of the SAS URL';

const damages: readonly (readonly [statement: string, noticed: readonly RegExp[]])[] = [
  [`update report set verdict = 'failed'`, [/^I1 .* certification did not pass/]],
  [`delete from event where kind = 'goLiveApproved'`, [/^I1 .* without its publisher's go-live/]],
  [`delete from event where kind = 'previewSet'`, [/^I3 .* showed another package/]],
  [`update slot set offer_version = 7 where slot = 'Production'`, [/^I4 .* version 7 is live/]],
  [
    `update sent_mail set message_id = '<other@id>' where key like '%/live/1/ann@contoso.com'`,
    [/^I5 mail .*\/live\/.* did not arrive/, /^I5 mail .* has no key/],
  ],
  [
    `update publication set status = status || '{"outcome": "canceled"}'`,
    [/^I6 .* is still shown/, /^I8 .* the log is behind/],
  ],
];

/** Past the triggers that keep the log and the live versions from exactly this. */
const alter = ({ databaseUrl }: RealSystem, statement: string): Promise<unknown> =>
  tableRows(databaseUrl, `set session_replication_role = replica; ${statement}`);

async function spoilOneSector({ catalogue, offer }: RealSystem): Promise<void> {
  const [disk] = await catalogue.artefacts.bindings(offer, 1);
  const blob = artefactsIn('eastus').getPageBlobClient(disk?.digest ?? '');
  await blob.uploadPages(Buffer.alloc(512, 1), 1024 * 1024, 512);
}
