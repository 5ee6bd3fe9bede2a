import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { clientConfig } from '../../../../src/services/catalogue/database/connection';
import { whileIdle } from '../../../../src/services/catalogue/artefacts/idle-artefacts';
import type { Database } from '../../../../src/services/catalogue/schema';
import type { PackageRecord } from '../../../../src/services/ports';
import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { shownPackage } from '../../../support/shown-package';
import { offer, openSample, query, story } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
  await fresh.catalogue.artefacts.save({
    digest: 'd1',
    bytes: 4096,
    medium: 'pageBlob',
    contentType: 'application/octet-stream',
    ranges: [],
    facts: {},
  });
  await fresh.catalogue.artefacts.rememberSource(source, 'd1');
});
afterEach(() => fresh.drop());

const source = { url: 'https://storage.example/disk.vhd', etag: '"0x1"', bytes: 4096 };
const tomorrow = new Date(Date.now() + 24 * 60 * 60 * 1000);
const isIdle = (before = tomorrow) =>
  fresh.catalogue.artefacts.whileIdle({ digest: 'd1', before }, () => Promise.resolve());

it('is idle once nobody has used it for so long, and no longer after it was found', async () => {
  const soon = new Date(Date.now() + 50);
  const [forgotten, unknown] = [
    await isIdle(soon),
    await fresh.catalogue.artefacts.whileIdle({ digest: 'd2', before: tomorrow }, () => Promise.resolve()),
  ];
  while (Date.now() <= soon.getTime()) await fresh.catalogue.ping();
  await fresh.catalogue.artefacts.findBySource(source);

  expect([forgotten, unknown]).toEqual([true, false]);
  expect(await isIdle(soon)).toBe(false);
});

it('is needed by an open publication and by a slot, and by nobody afterwards', async () => {
  const { artefacts, offers, publications } = fresh.catalogue;
  await openSample(fresh.catalogue, 'p1');
  await artefacts.bind(offer, 1, 'plan1/1.0.0/os', 'd1', 'r1');
  const whileOpen = await isIdle();
  await offers.setPreview(offer, { offerVersion: 1, packageDigest: 'k1', publicationId: 'p1' });
  const events = story('p1', { kind: 'ended', outcome: 'live' });
  await publications.record({ publicationId: 'p1', runId: 'p1-run', firstSequence: 1, events });
  const whileShown = await isIdle();
  await offers.clearPreview(offer, 'p1');

  expect([whileOpen, whileShown]).toEqual([false, false]);
  expect(await isIdle()).toBe(true);
});

describe('a picture, to which no version is bound,', () => {
  const before = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000);

  /** In use while packages were made, and by nobody for longer than a month since. */
  async function arrange(images: PackageRecord['manifest']['images'] = [{ digest: 'd1', bytes: 4096 }]) {
    const { catalogue, databaseUrl } = fresh;
    const shown = shownPackage();
    await catalogue.packages.save({ ...shown, manifest: { ...shown.manifest, images } });
    await query(databaseUrl, `update artefact set used_at = now() - interval '31 days'`);
    await openSample(catalogue, 'p1');
    const { packageDigest } = shown;
    const show = () =>
      catalogue.offers.setPreview(offer, { offerVersion: 1, packageDigest, publicationId: 'p1' });
    return { ...catalogue, show, packageDigest };
  }

  it('is in use while a slot shows its package, in preview as in production', async () => {
    const { artefacts, offers, packageDigest, show } = await arrange();
    await show();
    await artefacts.markShownPictures(before);
    const inPreview = await isIdle(before);
    await offers.flipToProduction(offer, 'p1', packageDigest);
    await offers.clearPreview(offer, 'p1');
    await query(fresh.databaseUrl, `update artefact set used_at = now() - interval '31 days'`);
    await artefacts.markShownPictures(before);

    expect([inPreview, await isIdle(before)]).toEqual([false, false]);
  });

  it('is idle a month after no slot shows its package any more', async () => {
    const { artefacts } = await arrange();

    await artefacts.markShownPictures(before);

    expect(await isIdle(before)).toBe(true);
  });

  it('keeps the time of its last use while that is not long ago', async () => {
    const { artefacts, show } = await arrange();
    await show();
    await query(fresh.databaseUrl, `update artefact set used_at = now() - interval '29 days'`);

    await artefacts.markShownPictures(before);

    const [row] = await query(
      fresh.databaseUrl,
      `select used_at < now() - interval '28 days' as old from artefact`,
    );
    expect(row).toEqual({ old: true });
  });

  it('is in use in whichever of thousands of slots, and pages without pictures are no trouble', async () => {
    const { artefacts, packageDigest, show } = await arrange([]);
    await show();
    await query(
      fresh.databaseUrl,
      // Slots alone, without offers and versions.
      `set session_replication_role = replica;
       insert into slot (publisher_id, offer_id, slot, offer_version, package_digest, publication_id)
       select 'fabrikam', 'vm-' || to_char(n, 'FM0000'), 'Production', 1,
         case n when 4500 then 'last' else '${packageDigest}' end, 'p2' from generate_series(1, 4500) n;
       insert into package (package_digest, manifest, page, signature)
       values ('last', '{"images": [{"digest": "d1", "bytes": 4096}]}', '{}', '{}')`,
    );

    await artefacts.markShownPictures(before);

    expect(await isIdle(before)).toBe(false);
  });
});

it('lets whoever looks for it wait until its bytes are gone, so that they are not taken for there', async () => {
  const { artefacts } = fresh.catalogue;
  const order: string[] = [];
  let found: Promise<unknown> = Promise.resolve();

  await artefacts.whileIdle({ digest: 'd1', before: tomorrow }, async () => {
    found = artefacts.findBySource(source).then(() => order.push('found'));
    await fresh.catalogue.ping();
    order.push('dropped');
  });
  await found;

  expect(order).toEqual(['dropped', 'found']);
});

it('stays locked while its bytes are being dropped, however soon an idle transaction is cut off elsewhere', async () => {
  const settings = { ...clientConfig(fresh.databaseUrl), idle_in_transaction_session_timeout: 2000 };
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool: new Pool(settings) }),
    plugins: [new CamelCasePlugin()],
  });

  try {
    const isDropped = await whileIdle(db, { digest: 'd1', before: tomorrow }, async () => {
      await query(fresh.databaseUrl, 'select pg_sleep(3)');
    });

    expect(isDropped).toBe(true);
  } finally {
    await db.destroy();
  }
});
