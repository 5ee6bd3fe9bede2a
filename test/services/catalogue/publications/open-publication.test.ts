import type { PublicationFact } from '../../../../src/domain/publication/events';
import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { offer, openSample, recordIn, said, story, wentLive } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const log = () => fresh.catalogue.publications;
const record = (...told: Parameters<ReturnType<typeof recordIn>>) => recordIn(fresh.catalogue)(...told);

const ended: PublicationFact = { kind: 'ended', outcome: 'live' };

describe('opening', () => {
  it('leaves exactly one open publication when 20 are opened at once', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `p${index}`);
    await openSample(fresh.catalogue, 'p');

    await Promise.all(
      ids.map((publicationId) =>
        log().open({ publicationId, runId: `${publicationId}-run`, offer, offerVersion: 1, language: 'en' }),
      ),
    );

    const open = (await log().listOf(offer)).filter(({ status }) => status.endedAt === null);
    expect(open).toHaveLength(1);
    expect((await fresh.catalogue.offers.find(offer))?.currentPublicationId).toBe(open[0]!.publicationId);
  });

  it('is harmless when repeated', async () => {
    const opened = await Promise.all(Array.from({ length: 20 }, () => openSample(fresh.catalogue, 'p1')));

    expect(opened).toEqual(opened.map(() => ({ abandoned: [] })));
    expect(await log().listOf(offer)).toHaveLength(1);
  });

  it('closes the publication of a terminated run as canceled and names it, also when asked again', async () => {
    await openSample(fresh.catalogue, 'p1');
    await record('p1', 1, [{ kind: 'stepChanged', step: 'displaycertify', status: 'inProgress' }]);

    const first = await openSample(fresh.catalogue, 'p2');
    const again = await openSample(fresh.catalogue, 'p2');
    await record('p1', 4, [said('x'), said('too late')]);

    expect(first.abandoned.map(({ publicationId }) => publicationId)).toEqual(['p1']);
    expect(again).toEqual(first);
    const closed = (await log().find('p1'))!.status;
    expect(closed).toMatchObject({ status: 'canceled', outcome: 'canceled' });
    expect(closed.steps.find(({ id }) => id === 'displaycertify')?.messages).toMatchObject([
      { message: { code: 'cancel.byOperator' } },
    ]);
    expect((await log().events('p1')).at(-1)).toMatchObject({ kind: 'ended', outcome: 'canceled' });
  });

  it('also closes one that never wrote an event', async () => {
    await openSample(fresh.catalogue, 'p1');
    await openSample(fresh.catalogue, 'p2');

    const kinds = (await log().events('p1')).map(({ kind }) => kind);
    expect(kinds).toEqual(['started', 'messageAdded', 'ended']);
  });

  it('after a late repeat by an ended run leaves its successor open', async () => {
    await openSample(fresh.catalogue, 'p1');
    await record('p1', 1, [ended]);
    await openSample(fresh.catalogue, 'p2');

    await log().open({ publicationId: 'p1', runId: 'p1-run', offer, offerVersion: 1, language: 'en' });

    expect((await fresh.catalogue.offers.find(offer))?.currentPublicationId).toBe('p2');
    expect((await log().find('p2'))?.status.endedAt).toBeNull();
  });

  it('by a reset run goes on where that run says', async () => {
    await openSample(fresh.catalogue, 'p1');
    await record('p1', 1, [said('a'), { kind: 'ended', outcome: 'failed' }]);

    await openSample(fresh.catalogue, 'p1', { runId: 'second' });
    await record('p1', 2, [said('A')], 'second');
    await record('p1', 5, [said('a'), ended, said('late')]);

    expect(await log().events('p1')).toEqual(story('p1', said('A')));
    expect(await fresh.catalogue.offers.find(offer)).toMatchObject({ status: 'running' });
  });

  it('refuses an id that a run of another chain comes with, whether its publication has ended or not', async () => {
    const opening = { publicationId: 'p1', offer, offerVersion: 1, language: 'en' } as const;
    await openSample(fresh.catalogue, 'p1', { firstRunId: 'p1-run' });
    const foreign = { ...opening, runId: 'r2', firstRunId: 'r2' };

    await expect(log().open(foreign)).rejects.toThrow('belongs to another publication');
    await record('p1', 1, [wentLive, ended]);
    await expect(log().open(foreign)).rejects.toThrow('belongs to another publication');
    await log().open({ ...opening, runId: 'reset', firstRunId: 'p1-run' });

    expect((await log().find('p1'))?.runId).toBe('reset');
  });

  it('refuses an offer that is not there and an id that another offer has', async () => {
    await openSample(fresh.catalogue, 'p1');
    const other = { publisherId: 'contoso', offerId: 'other' };
    const opening = { publicationId: 'p1', runId: 'r', offerVersion: 1, language: 'en' } as const;

    await expect(log().open({ ...opening, offer: other })).rejects.toThrow('no offer contoso/other');
    await openSample(fresh.catalogue, 'p2', { of: other });
    await expect(log().open({ ...opening, offer: other })).rejects.toThrow('belongs to another publication');
  });
});
