import type { PublicationEvent } from '../../../src/domain/publication/events';
import { evolve } from '../../../src/domain/publication/evolve';
import type { PublicationStatus } from '../../../src/domain/publication/status';
import { freshCatalogue, type FreshCatalogue } from '../../support/fresh-catalogue';
import { openSample, query, said, story } from './sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
  await openSample(fresh.catalogue, 'p1');
});
afterEach(() => fresh.drop());

const log = () => fresh.catalogue.publications;
const tell = (events: readonly PublicationEvent[], firstSequence: number) =>
  log().record({ publicationId: 'p1', runId: 'p1-run', firstSequence, events });
const later = (events: readonly PublicationEvent[], seconds: number) =>
  events.map((event) => ({
    ...event,
    at: new Date(Date.parse(event.at) + seconds * 1000).toISOString(),
  }));
const folded = (events: readonly PublicationEvent[]) =>
  events.reduce<PublicationStatus | undefined>((status, event) => evolve(status, event), undefined);

const whole = story('p1', said('a'), said('b'), said('c'));
const beginning = whole.slice(0, 3);
const firstTry = whole.slice(3);
const ending: PublicationEvent = {
  kind: 'ended',
  outcome: 'canceled',
  at: new Date(Date.UTC(2030, 0, 1, 1)).toISOString(),
};

const shown = async () => ({
  events: await log().events('p1'),
  status: (await log().find('p1'))?.status,
});
const as = (events: readonly PublicationEvent[]) => ({ events, status: folded(events) });

describe('a task that is done again after its worker died', () => {
  it.each([
    ['at another time', later(firstTry, 30)],
    ['in another order', later([...firstTry].reverse(), 30)],
    ['with more events', later([...firstTry, ...story('p1', said('d')).slice(2)], 30)],
    ['with fewer events', later(firstTry.slice(0, 1), 30)],
  ])('counts as it was told the second time: %s', async (_how, secondTry) => {
    await tell(beginning, 1);
    await tell(firstTry, 4);

    await tell(secondTry, 4);
    await tell([ending], 4 + secondTry.length);

    expect(await shown()).toEqual(as([...beginning, ...secondTry, ending]));
  });

  it('counts from the first difference on, however often it is told', async () => {
    await tell([...beginning, ...firstTry], 1);

    for (const seconds of [10, 20, 30]) await tell([...beginning, ...later(firstTry, seconds)], 1);

    expect(await shown()).toEqual(as([...beginning, ...later(firstTry, 30)]));
  });

  it('reopens what its first try had closed', async () => {
    await tell(beginning, 1);
    await tell([ending], 4);

    await tell(later(firstTry, 4000), 4);

    expect(await shown()).toEqual(as([...beginning, ...later(firstTry, 4000)]));
    expect((await log().find('p1'))?.status.endedAt).toBeNull();
  });

  it('ignores the first try when that arrives last', async () => {
    await tell(beginning, 1);
    await tell(later(firstTry, 30), 4);

    await tell(firstTry, 4);

    expect(await shown()).toEqual(as([...beginning, ...later(firstTry, 30)]));
  });

  it('keeps what does not count any more in the table, and shows it in no list', async () => {
    await tell([...beginning, ...firstTry], 1);

    await tell(later(firstTry, 30), 4);

    const rows = await query(fresh.databaseUrl, 'select from event where sequence is not null');
    const told = await query(fresh.databaseUrl, 'select from told_event where sequence is not null');
    expect([rows.length, told.length]).toEqual([7, 5]);
  });

  it('can be told by a reset run as well', async () => {
    await tell([...beginning, ...firstTry], 1);
    const reset = { publicationId: 'p1', runId: 'second', firstSequence: 4 };

    await log().record({ ...reset, events: later(firstTry, 30) });
    await log().record({ ...reset, events: later(firstTry, 60) });
    await tell([...beginning, ...later(firstTry, 90)], 1);

    expect(await shown()).toEqual(as([...beginning, ...later(firstTry, 60)]));
  });
});
