import { Client } from 'pg';
import { openPublicationActivities } from '../../../../src/activities/open-publication';
import { usualDelays } from '../../../../src/domain/publication/pipelines/patience';
import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { until } from '../../../support/until';
import { actor, draft, offer, openSample, query, said, story } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const url = 'https://contoso.blob.core.windows.net/vhds/os.vhd?sig=canary-in-the-coal-mine';
const withSecret = draft({ plans: [{ planId: 'p1', vmImages: { '1.0.0': { osVhdUrl: url } } }] });

const save = () => fresh.catalogue.offers.saveDraft(offer, withSecret, { actor });
const discard = (ifMatch?: string) =>
  fresh.catalogue.offers.discard(offer, { actor, ...(ifMatch === undefined ? {} : { ifMatch }) });
const count = async (table: string) =>
  (await query<{ rows: number }>(fresh.databaseUrl, `select count(*)::int as rows from ${table}`))[0]?.rows;

/** What the workflow's first activity does. */
const publishing = (catalogue: FreshCatalogue['catalogue']) =>
  openPublicationActivities({
    ...catalogue,
    regions: ['westeurope'],
    delays: usualDelays,
    releaseHolds: async () => async () => undefined,
    publicUrl: 'http://offers.example',
  }).openPublication({ publicationId: 'p1', runId: 'p1-run', ...offer });

const shown = { offerVersion: 1, packageDigest: 'd', publicationId: 'p1' };
const end = (outcome: 'failed' | 'canceled') =>
  fresh.catalogue.publications.record({
    publicationId: 'p1',
    runId: 'p1-run',
    firstSequence: 1,
    events: story('p1', { kind: 'ended', outcome }),
  });

it('leaves nothing of an offer but its history', async () => {
  await save();

  expect(await discard()).toEqual({ kind: 'discarded' });

  expect(await fresh.catalogue.offers.find(offer)).toBeUndefined();
  expect(await fresh.catalogue.offers.list()).toEqual([]);
  expect([await count('offer'), await count('secret')]).toEqual([0, 0]);
  expect((await fresh.catalogue.history.page(offer, { limit: 9 })).map(({ kind }) => kind)).toEqual([
    'draftDiscarded',
    'draftSaved',
  ]);
});

it('says so when there is nothing to discard, also the second time', async () => {
  expect(await discard()).toEqual({ kind: 'unknown' });
  await save();
  await discard();

  expect(await discard()).toEqual({ kind: 'unknown' });
});

it('keeps a draft that somebody has changed since', async () => {
  await save();
  const { etag } = (await fresh.catalogue.offers.find(offer))!;
  await save();
  const newest = (await fresh.catalogue.offers.find(offer))!.etag;

  expect(await discard(etag)).toEqual({ kind: 'conflict', etag: newest });
  expect(await discard(newest)).toEqual({ kind: 'discarded' });
});

it('refuses while a publication is open, and allows it once that has failed before any preview', async () => {
  await openSample(fresh.catalogue, 'p1');

  expect(await fresh.catalogue.offers.whyNotDiscard(offer)).toBe('runOpen');
  expect(await discard()).toEqual({ kind: 'refused', why: 'runOpen' });
  await end('failed');
  expect(await fresh.catalogue.offers.whyNotDiscard(offer)).toBeUndefined();
  expect(await discard()).toEqual({ kind: 'discarded' });
});

it('refuses for ever what stood in preview once, also after it was withdrawn', async () => {
  const { offers } = fresh.catalogue;
  await openSample(fresh.catalogue, 'p1');
  await offers.setPreview(offer, shown);
  await offers.clearPreview(offer, 'p1');
  await end('canceled');

  expect(await discard()).toEqual({ kind: 'refused', why: 'wasShown' });
  expect(await offers.find(offer)).toBeDefined();
});

describe('an offer whose versions have to be kept', () => {
  beforeEach(async () => {
    await save();
    await fresh.catalogue.offers.freeze(offer, 'p1', { regions: ['westeurope'] });
    await discard();
  });

  it('is gone for every reader and every writer, with its secrets', async () => {
    const { offers, offerLists, publications } = fresh.catalogue;
    const opening = { publicationId: 'p1', runId: 'r', offer, offerVersion: 1, language: 'en' } as const;

    expect(await offers.find(offer)).toBeUndefined();
    expect(await offers.list('contoso')).toEqual([]);
    expect((await offerLists.page({ order: 'changed', descending: true, limit: 9 })).offers).toEqual([]);
    expect(await offers.freeze(offer, 'p2', { regions: [] })).toBeUndefined();
    await expect(offers.setPreview(offer, shown)).rejects.toThrow('There is no offer contoso/linux-vm.');
    await expect(publications.open(opening)).rejects.toThrow('There is no offer contoso/linux-vm.');
    expect([await count('offer'), await count('offer_version'), await count('secret')]).toEqual([1, 1, 0]);
    expect(await query(fresh.databaseUrl, 'select draft, title from offer')).toEqual([
      { draft: {}, title: 'Linux' },
    ]);
  });

  it('holds up nobody who cleans up after a run', async () => {
    expect(await fresh.catalogue.offers.clearPreview(offer, 'p1')).toBeUndefined();
  });

  it('holds up no run that was canceled before it opened', async () => {
    const { offers, publications } = fresh.catalogue;
    const [started] = story('p1');
    await publications.record({ publicationId: 'p1', runId: 'p1-run', firstSequence: 1, events: [started!] });

    await end('canceled');

    expect((await publications.find('p1'))?.status).toMatchObject({ outcome: 'canceled' });
    expect(await offers.find(offer)).toBeUndefined();
  });

  it('can be made again under its id: a new offer, whose etags and versions go on', async () => {
    const { offers } = fresh.catalogue;

    const saved = await offers.saveDraft(offer, draft(), { actor });

    expect(saved).toMatchObject({ kind: 'saved', created: true, offer: { status: 'neverPublished' } });
    expect(await offers.freeze(offer, 'p2', { regions: [] })).toMatchObject({ offerVersion: 2 });
    expect(await offers.list()).toHaveLength(1);
  });
});

it('shows nothing of a publication whose run is reset after it was discarded', async () => {
  await openSample(fresh.catalogue, 'p1');
  await end('failed');
  await discard();

  const events = story('p1', said('again')).slice(2);
  await fresh.catalogue.publications.record({
    publicationId: 'p1',
    runId: 'reset',
    firstSequence: 3,
    events,
  });

  expect((await fresh.catalogue.publications.find('p1'))?.status.endedAt).toBeNull();
  expect(await query(fresh.databaseUrl, 'select status, current_publication_id as shown from offer')).toEqual(
    [{ status: 'neverPublished', shown: null }],
  );
});

describe('a publish at the same moment', () => {
  it('ends with a finding when the draft is discarded after it was frozen', async () => {
    await save();
    const { offers } = fresh.catalogue;
    const freeze: typeof offers.freeze = async (...asked) => {
      const version = await offers.freeze(...asked);
      expect(await discard()).toEqual({ kind: 'discarded' });
      return version;
    };

    const opened = await publishing({ ...fresh.catalogue, offers: { ...offers, freeze } });

    expect(opened).toMatchObject({ kind: 'refused', findings: [{ ruleId: 'publication.unknown-offer' }] });
    expect(await fresh.catalogue.publications.listOf(offer)).toEqual([]);
  });

  it('either keeps the draft or finds no offer, whoever is first', async () => {
    for (let round = 0; round < 12; round += 1) {
      const own = await freshCatalogue();
      const { offers, publications } = own.catalogue;
      await offers.saveDraft(offer, withSecret, { actor });

      const [opened, discarded] = await Promise.all([
        publishing(own.catalogue),
        offers.discard(offer, { actor }),
      ]);

      const isThere = (await offers.find(offer)) !== undefined;
      const open = (await publications.listOf(offer)).filter(({ status }) => status.endedAt === null);
      await own.drop();
      expect([opened.kind, discarded.kind, isThere, open.length]).toEqual(
        opened.kind === 'opened' ? ['opened', 'refused', true, 1] : ['refused', 'discarded', false, 0],
      );
    }
  });

  it('waits for a freeze that is under way, and for a discard', async () => {
    await save();
    const client = new Client({ connectionString: fresh.databaseUrl });
    await client.connect();
    await client.query('begin');
    await client.query('select 1 from offer for update');

    const both = Promise.all([publishing(fresh.catalogue), discard()]);
    await until('both wait for the offer', async () => {
      const waiting = await query<{ count: string }>(
        fresh.databaseUrl,
        `select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return Number(waiting[0]?.count) === 2;
    });
    await client.query('commit');
    await client.end();
    const [opened, discarded] = await both;

    expect([opened.kind, discarded.kind].toSorted()).toEqual(
      opened.kind === 'opened' ? ['opened', 'refused'] : ['discarded', 'refused'],
    );
  });
});
