import { Client } from 'pg';
import { until } from '../../../support/until';
import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { anotherOffer, offer, openSample, query, said, story } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const log = () => fresh.catalogue.publications;
const minutePasses = () =>
  query(fresh.databaseUrl, `update publication set checked_at = checked_at - interval '1 minute'`);
const take = async (limit = 200) =>
  (await log().takeForCheck(limit)).map(({ publicationId }) => publicationId);
const run = { publicationId: 'p1', runId: 'p1-run' };

/** A publication at sign-off whose run is not there any more; it has a go-live on its way. */
async function abandoned() {
  await openSample(fresh.catalogue, 'p1');
  const events = story('p1', {
    kind: 'stepChanged',
    step: 'publisher-signoff',
    status: 'waitingForPublisherReview',
  });
  await log().record({ ...run, firstSequence: 1, events });
  const operation = {
    operationId: 'o1',
    kind: 'goLive',
    ...offer,
    publicationId: 'p1',
    actor: 'api',
  } as const;
  await fresh.catalogue.operations.create(operation);
}

/** As the flip does, of which the run could not tell any more. */
async function goLive(publicationId: string) {
  const { offers } = fresh.catalogue;
  await offers.setPreview(offer, { offerVersion: 1, packageDigest: 'd1', publicationId });
  await offers.flipToProduction(offer, publicationId, 'd1');
}

describe('open publications', () => {
  it('are taken once a minute, those first that have waited longest', async () => {
    await openSample(fresh.catalogue, 'p1');
    await openSample(fresh.catalogue, 'p2', { of: anotherOffer });
    const atOnce = await take();
    await minutePasses();

    const taken = [await take(1), await take(1), await take()];

    expect([atOnce, ...taken]).toEqual([[], ['p1'], ['p2'], []]);
  });

  it('are not taken when they end while the taking waits for them', async () => {
    await openSample(fresh.catalogue, 'p1');
    await minutePasses();
    const ending = new Client({ connectionString: fresh.databaseUrl });
    await ending.connect();
    await ending.query('begin');
    await ending.query(`update publication set ended_at = now() where publication_id = 'p1'`);

    const taking = take();
    await until('the taking waits', async () => {
      const blocked = `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
      return ((await ending.query(blocked)).rowCount ?? 0) > 0;
    });
    await ending.query('commit');
    await ending.end();

    expect(await taking).toEqual([]);
  });

  it('are not taken once they have ended', async () => {
    await openSample(fresh.catalogue, 'p1');
    const events = story('p1', { kind: 'ended', outcome: 'live' });
    await log().record({ ...run, firstSequence: 1, events });
    await minutePasses();

    expect(await take()).toEqual([]);
  });
});

describe('a terminated publication', () => {
  it('is closed as canceled: in the log, for its offer and for what was asked of it', async () => {
    await abandoned();

    const closed = await log().closeTerminated(run);

    expect(closed).toMatchObject({ publicationId: 'p1', status: { outcome: 'canceled' } });
    expect(await log().find('p1')).toEqual(closed);
    const { steps } = closed!.status;
    expect(steps.flatMap(({ messages }) => messages)).toMatchObject([
      { message: { code: 'cancel.byOperator' } },
    ]);
    expect(await fresh.catalogue.offers.find(offer)).toMatchObject({ status: 'canceled' });
    expect(await fresh.catalogue.operations.find(offer, 'o1')).toMatchObject({ state: 'canceled' });
  });

  it('is closed as live when production shows it: in the log, for its offer and for what was asked of it', async () => {
    await abandoned();
    await goLive('p1');

    const closed = await log().closeTerminated(run);

    expect(closed).toMatchObject({ status: { status: 'succeeded', outcome: 'live' } });
    expect(await log().find('p1')).toEqual(closed);
    expect((await log().events('p1')).map(({ kind }) => kind)).toContain('wentLive');
    expect(await fresh.catalogue.offers.find(offer)).toMatchObject({
      status: 'succeeded',
      productionVersion: 1,
    });
    expect(await fresh.catalogue.operations.find(offer, 'o1')).toMatchObject({ state: 'succeeded' });
  });

  it('hears nothing more of its run', async () => {
    await abandoned();
    const closed = await log().closeTerminated(run);

    await log().record({ ...run, firstSequence: 4, events: [{ ...story('p1', said('late'))[2]! }] });

    expect(await log().find('p1')).toEqual(closed);
  });

  it.each([
    ['of another run', { publicationId: 'p1', runId: 'newer-run' }],
    ['that nobody knows', { publicationId: 'p2', runId: 'p1-run' }],
  ])('is not closed in the name %s', async (_, name) => {
    await abandoned();

    expect(await log().closeTerminated(name)).toBeUndefined();
    expect((await log().find('p1'))?.status.endedAt).toBeNull();
  });

  it('is closed once', async () => {
    await abandoned();

    const closed = await Promise.all([log().closeTerminated(run), log().closeTerminated(run)]);

    expect(closed.filter((record) => record !== undefined)).toHaveLength(1);
  });

  it('is taken again until it is tidy', async () => {
    await abandoned();
    const closed = await log().closeTerminated(run);
    await minutePasses();
    const untidy = await take();
    await log().markTidy(closed!);
    await minutePasses();

    expect([untidy, await take()]).toEqual([['p1'], []]);
  });

  it('goes on when its run is reset, and is looked at again', async () => {
    await abandoned();
    const closed = await log().closeTerminated(run);
    await log().markTidy(closed!);

    await log().record({
      publicationId: 'p1',
      runId: 'reset-run',
      firstSequence: 3,
      events: story('p1', said('again')).slice(2),
    });
    await minutePasses();

    expect((await log().find('p1'))?.status).toMatchObject({ endedAt: null, outcome: null });
    expect(await take()).toEqual(['p1']);
    expect(await log().closeTerminated({ publicationId: 'p1', runId: 'reset-run' })).toBeDefined();
  });
});

describe('a publication that its successor has closed', () => {
  it('is looked after until it is tidy, in case the successor died before it released anything', async () => {
    await abandoned();
    await openSample(fresh.catalogue, 'p2', { content: { displayText: 'newer' } });
    await minutePasses();
    const untidy = await take();
    await log().markTidy((await log().find('p1'))!);
    await minutePasses();

    expect([untidy.toSorted(), await take()]).toEqual([['p1', 'p2'], ['p2']]);
  });

  it('stays live when production shows it, and has nothing released', async () => {
    await abandoned();
    await goLive('p1');

    const { abandoned: released } = await openSample(fresh.catalogue, 'p2', {
      content: { displayText: 'newer' },
    });

    expect(released).toEqual([]);
    expect((await log().find('p1'))?.status).toMatchObject({ status: 'succeeded', outcome: 'live' });
    expect(await fresh.catalogue.operations.find(offer, 'o1')).toMatchObject({ state: 'succeeded' });
  });
});
