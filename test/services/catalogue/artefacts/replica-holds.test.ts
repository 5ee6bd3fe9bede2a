import { freshCatalogue, type FreshCatalogue } from '../../../support/fresh-catalogue';
import { anotherOffer, offer, openSample, query } from '../sample';
import { place, replicaActs } from '../held-replicas';

let fresh: FreshCatalogue;
beforeEach(async () => {
  fresh = await freshCatalogue();
});
afterEach(() => fresh.drop());

const { replicas, hold, claim, end } = replicaActs(() => fresh);

/** Opens the publication unless it is, and brings one disk live with it. */
async function goLive(publicationId: string, digest: string): Promise<void> {
  const { offers, publications, artefacts } = fresh.catalogue;
  if ((await publications.find(publicationId)) === undefined)
    await openSample(fresh.catalogue, publicationId);
  const { offerVersion } = (await offers.freeze(offer, publicationId, { regions: ['westeurope'] }))!;
  await artefacts.bind(offer, offerVersion, 'plan1/1.0.0/os', digest, 'r1');
  await hold(publicationId, digest);
  await offers.setPreview(offer, { offerVersion, packageDigest: `package ${publicationId}`, publicationId });
  await offers.flipToProduction(offer, publicationId, `package ${publicationId}`);
  await end(publicationId, 'live');
}

it('tells what a publication holds until it lets go', async () => {
  await claim('p1');
  await claim('p2', 'd2');

  expect(await replicas().heldBy('p1')).toEqual([place]);
  await replicas().release('p1');
  expect(await replicas().heldBy('p1')).toEqual([]);
});

describe('holds', () => {
  it('keep a replica until the last publication lets go', async () => {
    await hold('p1');
    await hold('p2');

    const first = await replicas().release('p1');
    const early = await replicas().forget('d1', 'westeurope');
    const second = await replicas().release('p2');

    expect(first).toEqual([]);
    expect(early).toBe(false);
    expect(second).toEqual([place]);
  });

  it('are dropped again with the same answer, until the replica is forgotten', async () => {
    await hold('p1');

    const answers = [await replicas().release('p1'), await replicas().release('p1')];
    const forgotten = [
      await replicas().forget('d1', 'westeurope'),
      await replicas().forget('d1', 'westeurope'),
    ];

    expect(answers).toEqual([[place], [place]]);
    expect(forgotten).toEqual([true, true]);
    expect(await replicas().release('p1')).toEqual([]);
    expect(await replicas().find('d1', 'westeurope')).toBeUndefined();
  });

  it('can be taken again before the replica is forgotten', async () => {
    await hold('p1');
    await replicas().release('p1');

    await hold('p1');

    expect(await replicas().forget('d1', 'westeurope')).toBe(false);
    expect(await replicas().orphans(10)).toEqual([]);
  });

  it('are never lost between a claim and a forget at the same time', async () => {
    await hold('p0');
    await replicas().release('p0');

    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0 ? hold(`p${index}`) : replicas().forget('d1', 'westeurope'),
      ),
    );

    const left = await Promise.all(
      Array.from({ length: 10 }, (_, index) => replicas().release(`p${2 * index}`)),
    );
    expect(left.flat()).toContainEqual(place);
  });

  it('leave orphans, the oldest first', async () => {
    for (const digest of ['d1', 'd2', 'd3']) await hold('p1', digest);
    await hold('p2', 'd2');
    await replicas().release('p1');

    expect(await replicas().orphans(10)).toEqual([place, { ...place, digest: 'd3' }]);
    expect(await replicas().orphans(1)).toEqual([place]);
  });

  it('stay where a slot shows the bytes', async () => {
    const { offers, artefacts } = fresh.catalogue;
    await openSample(fresh.catalogue, 'p1');
    await artefacts.bind(offer, 1, 'plan1/1.0.0/os', 'd1', 'r1');
    await hold('p1');
    await hold('p1', 'd2');
    await offers.setPreview(offer, { offerVersion: 1, packageDigest: 'package', publicationId: 'p1' });
    await offers.flipToProduction(offer, 'p1', 'package');

    expect(await replicas().release('p1')).toEqual([]);
    expect(await replicas().forget('d1', 'westeurope')).toBe(false);
  });

  it('stay where the slot of another offer shows the same bytes', async () => {
    const { offers, artefacts } = fresh.catalogue;
    await openSample(fresh.catalogue, 'p1', { of: anotherOffer });
    await artefacts.bind(anotherOffer, 1, 'plan1/1.0.0/os', 'd1', 'r1');
    await offers.setPreview(anotherOffer, { offerVersion: 1, packageDigest: 'package', publicationId: 'p1' });
    await hold('p2');
    await hold('p2', 'd2');

    expect(await replicas().release('p2')).toEqual([{ ...place, digest: 'd2' }]);
  });

  it('are found so many of each region, the oldest of all first', async () => {
    for (const digest of ['d1', 'd2', 'd3']) await hold('p1', digest);
    await replicas().claim('d1', 'eastus', { ...offer, publicationId: 'p1' });
    await replicas().release('p1');
    await query(
      fresh.databaseUrl,
      `update replica set changed_at = now() - interval '1 minute' * substr(digest, 2)::int`,
    );

    expect(await replicas().orphans(2)).toEqual([
      { ...place, digest: 'd3' },
      { ...place, digest: 'd2' },
      { digest: 'd1', region: 'eastus' },
    ]);
    expect((await replicas().regionsOf('d1')).toSorted()).toEqual(['eastus', 'westeurope']);
  });

  it('are dropped with the publication whose place in production another one took', async () => {
    const { replicas: all } = fresh.catalogue;
    await goLive('p1', 'd1');
    await openSample(fresh.catalogue, 'p2');
    const whileLive = await all.releaseSuperseded();
    await goLive('p2', 'd2');

    const dropped = await all.releaseSuperseded();

    expect([whileLive, dropped]).toEqual([0, 1]);
    expect(await all.orphans(10)).toEqual([place]);
    expect(await all.releaseSuperseded()).toBe(0);
  });

  it('of the newest publication and of one that has not ended are not dropped', async () => {
    await openSample(fresh.catalogue, 'p1');
    await hold('p1');
    const open = await replicas().releaseSuperseded();
    await end('p1', 'failed');
    const newest = await replicas().releaseSuperseded();

    expect([open, newest]).toEqual([0, 0]);
  });

  it('of a failed publication wait for the next one to claim them', async () => {
    await openSample(fresh.catalogue, 'p1');
    await hold('p1');
    await hold('p1', 'd2');
    await end('p1', 'failed');
    await openSample(fresh.catalogue, 'p2');
    const onItsWay = await replicas().releaseSuperseded();
    await hold('p2');
    const claimed = await replicas().releaseSuperseded();

    expect([onItsWay, claimed]).toEqual([0, 1]);
    expect(await replicas().heldBy('p1')).toEqual([{ ...place, digest: 'd2' }]);
    expect(await replicas().orphans(10)).toEqual([]);
  });

  it('of a failed publication are dropped when the next one has ended without them', async () => {
    await openSample(fresh.catalogue, 'p1');
    await hold('p1');
    await end('p1', 'failed');
    await openSample(fresh.catalogue, 'p2');
    await end('p2', 'failed');

    expect(await replicas().releaseSuperseded()).toBe(1);
    expect(await replicas().orphans(10)).toEqual([place]);
  });

  it('of a canceled publication are dropped, although its own clean-up never came to it', async () => {
    await openSample(fresh.catalogue, 'p1');
    await hold('p1');
    await end('p1', 'canceled');

    expect(await replicas().releaseSuperseded()).toBe(1);
    expect(await replicas().orphans(10)).toEqual([place]);
  });

  it('stay while the version that took the place shows the same bytes', async () => {
    await goLive('p1', 'd1');
    await openSample(fresh.catalogue, 'p2');
    await goLive('p2', 'd1');

    expect(await replicas().releaseSuperseded()).toBe(0);
    expect(await replicas().orphans(10)).toEqual([]);
  });

  it('go with the publication whose preview is being taken down', async () => {
    const { offers, artefacts } = fresh.catalogue;
    await openSample(fresh.catalogue, 'p1');
    await artefacts.bind(offer, 1, 'plan1/1.0.0/os', 'd1', 'r1');
    await hold('p1');
    await offers.setPreview(offer, { offerVersion: 1, packageDigest: 'package', publicationId: 'p1' });

    expect(await replicas().release('p1')).toEqual([place]);
  });
});
