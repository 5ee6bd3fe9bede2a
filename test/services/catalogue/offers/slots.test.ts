import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { anotherOffer, offer, openSample, query, recordIn } from '../sample';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const preview = (publicationId: string, offerVersion: number, packageDigest = `digest-${offerVersion}`) =>
  fresh.catalogue.offers.setPreview(offer, { offerVersion, packageDigest, publicationId });
const flip = (publicationId: string, packageDigest: string) =>
  fresh.catalogue.offers.flipToProduction(offer, publicationId, packageDigest);

it('makes production exactly what the preview shows, once, however often it is asked', async () => {
  await openSample(fresh.catalogue, 'p1');
  await preview('p1', 1);

  const answers = await Promise.all([1, 2, 3].map(() => flip('p1', 'digest-1')));

  const slots = await fresh.catalogue.offers.slots(offer);
  expect(slots).toMatchObject([
    { slot: 'Preview', offerVersion: 1, packageDigest: 'digest-1', publicationId: 'p1' },
    { slot: 'Production', offerVersion: 1, packageDigest: 'digest-1', publicationId: 'p1' },
  ]);
  expect(new Set(answers.map(({ liveAt }) => liveAt))).toEqual(new Set([slots[1]!.since]));
  expect(await fresh.catalogue.offers.find(offer)).toMatchObject({ previewVersion: 1, productionVersion: 1 });
});

it('remembers the versions that were live before one, newest first, and none that never was', async () => {
  const { offers } = fresh.catalogue;
  for (const [index, publicationId] of ['p1', 'p2', 'p3', 'p4'].entries()) {
    await openSample(fresh.catalogue, publicationId, { content: { displayText: publicationId } });
    if (publicationId === 'p2') continue;
    await preview(publicationId, index + 1);
    await flip(publicationId, `digest-${index + 1}`);
  }

  const before = await offers.liveBefore(offer, 4);

  expect(before.map(({ definition }) => definition)).toEqual([{ displayText: 'p3' }, { displayText: 'p1' }]);
  expect(await offers.liveBefore(offer, 1)).toEqual([]);
  expect(await offers.liveBefore(anotherOffer, 4)).toEqual([]);
});

it('still answers when it went live after the preview is gone', async () => {
  await openSample(fresh.catalogue, 'p1');
  await preview('p1', 1);
  const first = await flip('p1', 'digest-1');
  await fresh.catalogue.offers.clearPreview(offer, 'p1');

  expect(await flip('p1', 'digest-1')).toEqual(first);
});

it.each([
  ['an empty preview', async () => undefined, 'p1', 'digest-1'],
  ['another package than the preview shows', () => preview('p1', 1), 'p1', 'digest-2'],
  ['the preview of another publication', () => preview('p1', 1), 'p2', 'digest-1'],
])('refuses to go live from %s', async (_case, prepare, publicationId, packageDigest) => {
  await openSample(fresh.catalogue, 'p1');
  await prepare();

  await expect(flip(publicationId, packageDigest)).rejects.toMatchObject({ name: 'ProductionFlipError' });

  expect((await fresh.catalogue.offers.find(offer))?.productionVersion).toBeNull();
});

it('never puts a version live that is not newer than the live one', async () => {
  await openSample(fresh.catalogue, 'p1');
  await openSample(fresh.catalogue, 'p2');
  await preview('p2', 2);
  await flip('p2', 'digest-2');
  await openSample(fresh.catalogue, 'p3');
  await preview('p3', 1);

  await expect(flip('p3', 'digest-1')).rejects.toMatchObject({ name: 'ProductionFlipError' });
  const byHand = query(fresh.databaseUrl, `update slot set offer_version = 1 where slot = 'Production'`);

  await expect(byHand).rejects.toThrow('only grows');
  expect((await fresh.catalogue.offers.find(offer))?.productionVersion).toBe(2);
});

it('takes down its own preview only', async () => {
  await openSample(fresh.catalogue, 'p1');
  await preview('p1', 1);

  await fresh.catalogue.offers.clearPreview(offer, 'other');
  const kept = await fresh.catalogue.offers.slots(offer);
  await fresh.catalogue.offers.clearPreview(offer, 'p1');
  await fresh.catalogue.offers.clearPreview(offer, 'p1');

  expect(kept).toHaveLength(1);
  expect(await fresh.catalogue.offers.slots(offer)).toEqual([]);
});

it.each(['canceled', 'rejected'] as const)(
  'takes down at its end what an attempt put up after a publication had cleaned up: %s',
  async (outcome) => {
    await openSample(fresh.catalogue, 'p1');
    const record = recordIn(fresh.catalogue);
    await record('p1', 1, []);
    await fresh.catalogue.offers.clearPreview(offer, 'p1');
    await preview('p1', 1);

    await record('p1', 3, [{ kind: 'ended', outcome }]);

    expect(await fresh.catalogue.offers.slots(offer)).toEqual([]);
    await expect(preview('p1', 1)).rejects.toMatchObject({ name: 'EndedPublicationError' });
  },
);

it('leaves the preview of a publication that failed for whoever looks for the reason', async () => {
  await openSample(fresh.catalogue, 'p1');
  await preview('p1', 1);

  await recordIn(fresh.catalogue)('p1', 1, [{ kind: 'ended', outcome: 'failed' }]);

  expect(await fresh.catalogue.offers.slots(offer)).toMatchObject([{ slot: 'Preview', publicationId: 'p1' }]);
});

it('keeps a late activity of a closed publication away from what its successor put up', async () => {
  await openSample(fresh.catalogue, 'p1');
  await preview('p1', 1);
  await openSample(fresh.catalogue, 'p2');

  await expect(flip('p1', 'digest-1')).rejects.toMatchObject({ name: 'EndedPublicationError' });
  await preview('p2', 2);
  await expect(preview('p1', 1)).rejects.toMatchObject({ name: 'EndedPublicationError' });

  expect(await fresh.catalogue.offers.slots(offer)).toMatchObject([{ slot: 'Preview', publicationId: 'p2' }]);
});
