import type { PublicationFact } from '../../../../src/domain/publication/events';
import { evolve } from '../../../../src/domain/publication/evolve';
import type { PublicationStatus } from '../../../../src/domain/publication/status';
import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { offer, openSample, query, recordIn, said, story } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const log = () => fresh.catalogue.publications;
const record = (...told: Parameters<ReturnType<typeof recordIn>>) => recordIn(fresh.catalogue)(...told);
const folded = (...events: ReturnType<typeof story>) =>
  events.reduce<PublicationStatus | undefined>((status, event) => evolve(status, event), undefined);
const ended: PublicationFact = { kind: 'ended', outcome: 'live' };

describe('the log', () => {
  it('shows the fold of its events and the offer shows its status', async () => {
    await openSample(fresh.catalogue, 'p1');
    const facts = [
      { kind: 'stepChanged', step: 'publisher-signoff', status: 'waitingForPublisherReview' } as const,
    ];

    await record('p1', 1, facts);

    expect((await log().find('p1'))?.status).toEqual(folded(...story('p1', ...facts)));
    expect(await log().events('p1')).toEqual(story('p1', ...facts));
    expect(await fresh.catalogue.offers.find(offer)).toMatchObject({
      status: 'waitingForPublisherReview',
      currentPublicationId: 'p1',
    });
  });

  it('takes each event once, from the same batch sent at the same time and from batches that overlap', async () => {
    await openSample(fresh.catalogue, 'p1');
    const facts = [said('a'), said('b'), said('c')];

    await Promise.all(Array.from({ length: 10 }, () => record('p1', 1, facts.slice(0, 1))));
    await Promise.all([record('p1', 2, facts.slice(0, 2)), record('p1', 3, facts)]);
    await record('p1', 1, facts);

    expect(await log().events('p1')).toEqual(story('p1', ...facts));
    expect((await log().find('p1'))?.status).toEqual(folded(...story('p1', ...facts)));
  });

  it('takes nothing from a run that did not follow from its own first one', async () => {
    await openSample(fresh.catalogue, 'p1', { firstRunId: 'p1-run' });
    await record('p1', 1, []);
    const foreign = { publicationId: 'p1', runId: 'foreign', firstRunId: 'foreign' };
    const failed = story('p1', { kind: 'ended', outcome: 'failed' });

    await log().record({ ...foreign, firstSequence: 1, events: failed });
    await log().record({ ...foreign, firstSequence: 3, events: failed.slice(2) });

    expect(await log().events('p1')).toEqual(story('p1'));
    expect(await fresh.catalogue.offers.find(offer)).toMatchObject({ status: 'running' });
  });

  it('refuses a batch that leaves a gap, and takes it after the missing one', async () => {
    await openSample(fresh.catalogue, 'p1');
    const facts = [said('a'), said('b')];

    await expect(record('p1', 4, facts)).rejects.toMatchObject({ name: 'LogGapError' });
    await record('p1', 1, facts.slice(0, 1));
    await record('p1', 4, facts);

    expect(await log().events('p1')).toEqual(story('p1', ...facts));
  });

  it('keeps texts with characters that PostgreSQL refuses', async () => {
    await openSample(fresh.catalogue, 'p1');

    await record('p1', 1, [said('a\0b\uDC00'), { kind: 'cancelRequested', actor: 'x\0' }]);

    const [, , message, cancel] = await log().events('p1');
    expect(message).toMatchObject({ message: { params: { text: 'a\uFFFDb\uFFFD' } } });
    expect(cancel).toMatchObject({ actor: 'x\uFFFD' });
  });

  it('keeps the story of a run that was refused before it opened, and touches no offer', async () => {
    await openSample(fresh.catalogue, 'p1');

    await record('p2', 1, [{ kind: 'ended', outcome: 'failed' }]);

    expect((await log().find('p2'))?.status.outcome).toBe('failed');
    expect(await fresh.catalogue.offers.find(offer)).toMatchObject({
      status: 'running',
      currentPublicationId: 'p1',
    });
  });

  it('does not let a run of another offer into a publication whose id it claims', async () => {
    await openSample(fresh.catalogue, 'p1');
    await record('p1', 1, [said('mine')]);
    const [started] = story('p1');
    const foreign = { ...started!, offerId: 'other' } as typeof started & object;

    await log().record({ publicationId: 'p1', runId: 'foreign', firstSequence: 1, events: [foreign] });

    expect(await log().events('p1')).toEqual(story('p1', said('mine')));
  });

  it('lists the publications of an offer, newest first', async () => {
    await openSample(fresh.catalogue, 'p1');
    await openSample(fresh.catalogue, 'p2');

    const list = await log().listOf(offer);

    expect(list.map(({ publicationId }) => publicationId)).toEqual(['p2', 'p1']);
  });
});

describe('a reset', () => {
  it('counts the old run up to where the new one goes on, and ignores what the old one still writes', async () => {
    await openSample(fresh.catalogue, 'p1');
    await record('p1', 1, [said('a'), said('b'), said('c')]);

    await record('p1', 4, [said('a'), said('B')], 'second');
    await record('p1', 6, [said('a'), said('b'), said('c'), said('d')]);
    await record('p1', 5, [said('a'), said('B'), ended], 'second');

    const facts = [said('a'), said('B'), ended];
    expect(await log().events('p1')).toEqual(story('p1', ...facts));
    expect((await log().find('p1'))?.status).toEqual(folded(...story('p1', ...facts)));
    expect((await log().find('p1'))?.runId).toBe('second');
  });

  it('can go back further each time', async () => {
    await openSample(fresh.catalogue, 'p1');
    await record('p1', 1, [said('a'), said('b'), said('c')]);
    await record('p1', 5, [said('a'), said('b'), said('C')], 'second');

    await record('p1', 4, [said('a'), said('B')], 'third');
    await record('p1', 1, [said('x')], 'fourth');

    expect(await log().events('p1')).toEqual(story('p1', said('x')));
  });

  it('keeps every superseded event in the table', async () => {
    await openSample(fresh.catalogue, 'p1');
    await record('p1', 1, [said('a')]);
    await record('p1', 1, [said('A')], 'second');

    const rows = await query(fresh.databaseUrl, 'select from event where sequence is not null');

    expect(rows).toHaveLength(6);
  });

  it('reopens an ended publication, its offer and its operations', async () => {
    await openSample(fresh.catalogue, 'p1');
    const operation = {
      operationId: 'o1',
      kind: 'publish',
      ...offer,
      publicationId: 'p1',
      actor: 'a',
    } as const;
    await fresh.catalogue.operations.create(operation);
    await record('p1', 1, [{ kind: 'ended', outcome: 'canceled' }]);
    const closed = await fresh.catalogue.operations.find(offer, 'o1');

    await record('p1', 3, [said('again')], 'second');

    expect(closed?.state).toBe('canceled');
    expect(await fresh.catalogue.operations.find(offer, 'o1')).toMatchObject({
      state: 'running',
      endedAt: null,
    });
    expect((await fresh.catalogue.offers.find(offer))?.status).toBe('running');
    expect((await log().find('p1'))?.status.endedAt).toBeNull();
  });

  it('of an older publication closes the one that came after it', async () => {
    await openSample(fresh.catalogue, 'p1');
    await record('p1', 1, [{ kind: 'ended', outcome: 'canceled' }]);
    await openSample(fresh.catalogue, 'p2');

    await record('p1', 3, [said('again')], 'second');

    expect((await log().find('p2'))?.status.outcome).toBe('canceled');
    expect(await fresh.catalogue.offers.find(offer)).toMatchObject({
      status: 'running',
      currentPublicationId: 'p1',
    });
  });
});

it('tells of every publication with a step at work, however many others wait for somebody', async () => {
  const atWork = async (): Promise<readonly string[]> => {
    const ids: string[] = [];
    for await (const { publicationId } of log().atWork()) ids.push(publicationId);
    return ids;
  };
  /** As the first one, which was opened after them all. */
  const others = (many: number, status: string, name: string) =>
    query(
      fresh.databaseUrl,
      `insert into publication
         (publication_id, publisher_id, offer_id, language, status, newest_run_id, opened_at, created_at)
       select $1 || n, publisher_id, $1 || n, language, ${status}, $1 || n, opened_at, created_at - interval '1 day'
       from publication, generate_series(1, $2::integer) n where publication_id = 'p1'`,
      [name, many],
    );
  await openSample(fresh.catalogue, 'p1');
  await record('p1', 1, [{ kind: 'stepChanged', step: 'displaycertify', status: 'inProgress' }]);
  await others(1100, `replace(status::text, '"inProgress"', '"waitingForApproval"')::jsonb`, 'in-review-');
  await others(450, 'status', 'certified-');

  const all = await atWork();
  await record('p1', 4, [{ kind: 'stepChanged', step: 'displaycertify', status: 'inProgress' }, ended]);

  expect(all).toHaveLength(451);
  expect(new Set(all).size).toBe(451);
  expect(all.at(-1)).toBe('p1');
  expect(await atWork()).not.toContain('p1');
});
