import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { clientConfig } from '../../../src/services/catalogue/connection';
import { whileIdle } from '../../../src/services/catalogue/idle-artefacts';
import type { Database } from '../../../src/services/catalogue/schema';
import { freshCatalogue, type FreshCatalogue } from '../../support/fresh-catalogue';
import { offer, openSample, query, story } from './sample';

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
