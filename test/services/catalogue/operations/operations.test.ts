import type { PublicationFact } from '../../../../src/domain/publication/events';
import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { offer, openSample, recordIn, wentLive } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const log = () => fresh.catalogue.publications;
const record = (...told: Parameters<ReturnType<typeof recordIn>>) => recordIn(fresh.catalogue)(...told);
const ended: PublicationFact = { kind: 'ended', outcome: 'live' };

describe('operations', () => {
  const request = (operationId: string, kind: 'publish' | 'goLive' | 'cancel') =>
    fresh.catalogue.operations.create({ operationId, kind, ...offer, publicationId: 'p1', actor: 'alice' });
  const states = async () =>
    Promise.all(
      ['publish', 'goLive', 'cancel'].map(
        async (id) => (await fresh.catalogue.operations.find(offer, id))?.state,
      ),
    );

  it.each([
    [[], ['running', 'running', 'running']],
    [[wentLive], ['running', 'succeeded', 'running']],
    [
      [wentLive, ended],
      ['succeeded', 'succeeded', 'failed'],
    ],
    [[{ kind: 'ended', outcome: 'failed' }], ['failed', 'failed', 'failed']],
    [[{ kind: 'ended', outcome: 'rejected' }], ['failed', 'failed', 'failed']],
    [[{ kind: 'ended', outcome: 'canceled' }], ['canceled', 'canceled', 'succeeded']],
    [[{ kind: 'gaveUp', message: { code: 'failure.own', params: {} } }], ['failed', 'failed', 'failed']],
  ] as [PublicationFact[], string[]][])('end with their publication: %j', async (facts, expected) => {
    await openSample(fresh.catalogue, 'p1');
    for (const kind of ['publish', 'goLive', 'cancel'] as const) await request(kind, kind);

    await record('p1', 1, facts);

    expect(await states()).toEqual(expected);
    const late = await fresh.catalogue.operations.create({
      operationId: 'late',
      kind: 'publish',
      ...offer,
      publicationId: 'p1',
      actor: 'bob',
    });
    expect(late.state).toBe(expected[0]);
  });

  it('know who was let in, of all operations of some publications', async () => {
    await request('o1', 'publish');
    await request('o2', 'goLive');
    const other = { publicationId: 'p2', actor: 'bob', ...offer } as const;
    await fresh.catalogue.operations.create({ operationId: 'o3', kind: 'withdrawGoLive', ...other });
    await fresh.catalogue.operations.create({ operationId: 'o4', kind: 'notificationEmails', ...other });

    const { actorsOf } = fresh.catalogue.operations;

    expect(await actorsOf(['p1'])).toEqual(
      new Map([
        ['o1', 'alice'],
        ['o2', 'alice'],
      ]),
    );
    expect((await actorsOf(['p1', 'p2'])).get('o3')).toBe('bob');
    expect(await actorsOf([])).toEqual(new Map());
  });

  it('know who sends a message before it is one, and once it is, as its operation says', async () => {
    const { actorsOf, noteSender, create } = fresh.catalogue.operations;
    await openSample(fresh.catalogue, 'p1');
    await noteSender({ ...offer, operationId: 'o1', actor: 'alice' });
    await noteSender({ ...offer, operationId: 'o1', actor: 'mallory' });
    await noteSender({ ...offer, offerId: 'another', operationId: 'o2', actor: 'mallory' });

    const early = await actorsOf(['p1']);
    await create({ ...offer, operationId: 'o1', kind: 'goLive', publicationId: 'p1', actor: 'alice' });
    await noteSender({ ...offer, operationId: 'o1', actor: 'mallory' });

    expect(early).toEqual(new Map([['o1', 'alice']]));
    expect(await actorsOf(['p1'])).toEqual(new Map([['o1', 'alice']]));
  });

  it('forget who sent what came to nothing long ago', async () => {
    const { actorsOf, noteSender, pruneSenders } = fresh.catalogue.operations;
    await openSample(fresh.catalogue, 'p1');
    await noteSender({ ...offer, operationId: 'o1', actor: 'alice' });
    await pruneSenders(new Date(Date.now() - 3_600_000));
    const kept = await actorsOf(['p1']);

    await pruneSenders(new Date(Date.now() + 3_600_000));

    expect(kept).toEqual(new Map([['o1', 'alice']]));
    expect(await actorsOf(['p1'])).toEqual(new Map());
  });

  it('keep the first row of an id', async () => {
    const [first, second] = [await request('o1', 'publish'), await request('o1', 'cancel')];

    expect(second).toEqual(first);
    expect(first).toMatchObject({ kind: 'publish', state: 'running', endedAt: null, actor: 'alice' });
    expect(await fresh.catalogue.operations.find(offer, 'nothing')).toBeUndefined();
  });
});

it('keeps the newest figures of each item', async () => {
  const figures = { doneBytes: 1, totalBytes: 5 * 2 ** 40, bytesPerSecond: 0.5, state: 'running' } as const;
  const waiting = { code: 'failure.dependency', params: { reason: 'busy' } };

  await log().reportProgress('p1', { item: 'replicate.eastus', ...figures });
  await log().reportProgress('p1', { item: 'certify', ...figures });
  await log().reportProgress('p1', {
    item: 'certify',
    ...figures,
    doneBytes: 2,
    state: 'waiting',
    message: waiting,
  });

  expect(await log().progress('p1')).toEqual([
    {
      ...figures,
      item: 'certify',
      doneBytes: 2,
      state: 'waiting',
      message: waiting,
      updatedAt: expect.any(String) as string,
    },
    { ...figures, item: 'replicate.eastus', updatedAt: expect.any(String) as string },
  ]);
});
