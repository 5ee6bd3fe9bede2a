import { randomBytes, randomUUID } from 'node:crypto';
import { sweepOrphans, sweepStrayBlobs } from '../../src/activities/sweep-orphans';
import { openBlobStore } from '../../src/services/blob-storage/blob-store';
import type { BlobStore, ReplicaRecord } from '../../src/services/ports';
import { fakeReplicas } from '../fakes/fake-replicas';
import { testStack } from '../support/stack';
import { until } from '../support/until';

const hour = 60 * 60 * 1000;

/** The stray sweep looks at a whole account: only at blobs of this test here. */
function store(name: string, prefix: string): BlobStore {
  const { storage } = testStack();
  const credential = { accountName: name, accountKey: storage.accountKey(name) };
  const whole = openBlobStore({ name, url: storage.blobUrl(name), credential });
  return {
    ...whole,
    list: (under = '') => whole.list(under === '' ? prefix : under + prefix),
  };
}

async function arrange(prefix = `test-${randomUUID()}`) {
  const region = 'southeastasia';
  const stores = { staging: store('staging', prefix), region: store(region, prefix) };
  const replicas = fakeReplicas();
  const known = async (name: string, holders: readonly string[]): Promise<string> => {
    const replica: ReplicaRecord = {
      digest: `${prefix}-${name}`,
      region,
      state: 'verified',
      attempt: 1,
      journal: [],
      verifiedAt: null,
    };
    replicas.put(replica, holders);
    await stores.region.createPageBlob(replica.digest, 4096);
    return replica.digest;
  };
  const needed = new Set<string>();
  const asked: Date[] = [];
  const marked: Date[] = [];
  /** Pictures on pages in slots; what is marked as used so is needed. */
  const pictures = new Set<string>();
  const artefacts = {
    async markShownPictures(before: Date) {
      marked.push(before);
      for (const digest of pictures) needed.add(digest);
    },
    async whileIdle({ digest, before }: { digest: string; before: Date }, work: () => Promise<void>) {
      asked.push(before);
      if (needed.has(digest)) return false;
      await work();
      return true;
    },
  };
  const regions = new Map([[region, stores.region]]);
  const kept = new Set<string>();
  const certifications = { isReport: async (digest: string) => kept.has(digest) };
  const stop = new AbortController();
  const { signal } = stop;
  const roles = { replicas, artefacts, certifications, staging: stores.staging, regions, signal };
  const at = (ahead: number) => ({ ...roles, clock: () => new Date(Date.now() + ahead) });
  return { prefix, stores, known, roles, at, needed, pictures, marked, asked, kept, stop };
}

it('deletes a replica that nobody holds, and keeps one that is held', async () => {
  const { stores, known, roles } = await arrange();
  const orphan = await known('orphan', []);
  const held = await known('held', ['the-live-one']);

  await sweepOrphans(roles);

  expect(await stores.region.exists(orphan)).toBeUndefined();
  expect(await stores.region.exists(held)).toBeDefined();
  expect([...roles.replicas.rows.values()].map(({ digest }) => digest)).toEqual([held]);
});

it('deletes a blob that no row knows, once it is an hour old', async () => {
  const { prefix, stores, known, at } = await arrange();
  const stray = `${prefix}-stray`;
  await stores.region.createPageBlob(stray, 4096);
  const held = await known('held', ['the-live-one']);

  await sweepStrayBlobs(at(0));
  expect(await stores.region.exists(stray)).toBeDefined();
  await sweepStrayBlobs(at(2 * hour));

  expect(await stores.region.exists(stray)).toBeUndefined();
  expect(await stores.region.exists(held)).toBeDefined();
});

it('leaves a blob alone that is a replica of a region by another name, until that one is forgotten', async () => {
  const { stores, known, at } = await arrange();
  const held = await known('held', ['the-live-one']);
  const renamed = { ...at(2 * hour), regions: new Map([['asia', { ...stores.region, name: 'asia' }]]) };

  await sweepStrayBlobs(renamed);
  const afterRenaming = await stores.region.exists(held);
  renamed.replicas.put(
    { ...renamed.replicas.rows.get(`southeastasia/${held}`)!, region: 'southeastasia' },
    [],
  );
  await sweepOrphans(renamed);
  await sweepStrayBlobs(renamed);

  expect(afterRenaming).toBeDefined();
  expect(await stores.region.exists(held)).toBeUndefined();
});

describe('of two regions one of which', () => {
  /** A region beside the real one, with orphans of its own that are older. */
  async function arrangeTwo(exists: BlobStore['exists']) {
    const arranged = await arrange();
    const { roles, stores, known } = arranged;
    for (const digest of ['first', 'second'])
      roles.replicas.put(
        { digest, region: 'away', state: 'verified', attempt: 1, journal: [], verifiedAt: null },
        [],
      );
    const orphan = await known('orphan', []);
    const asked: string[] = [];
    const away: BlobStore = {
      ...stores.region,
      name: 'away',
      exists: (name, signal) => {
        asked.push(name);
        return exists(name, signal);
      },
    };
    const regions = new Map([...roles.regions, ['away', away]]);
    return { ...arranged, roles: { ...roles, regions }, orphan, asked };
  }

  it('refuses, that one is asked once a round, and the other is swept', async () => {
    const { roles, stores, orphan, asked } = await arrangeTwo(() =>
      Promise.reject(new Error('Region away is on fire.')),
    );

    const swept = sweepOrphans(roles);

    await expect(swept).rejects.toThrow('Orphans are left: Region away is on fire.');
    expect(asked).toEqual(['first']);
    expect(await stores.region.exists(orphan)).toBeUndefined();
  });

  it('never answers, the other is swept meanwhile, and a stop ends the round', async () => {
    const { roles, stores, orphan, asked, stop } = await arrangeTwo(
      (_name, signal) =>
        new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(new Error('Stopped.'))),
        ),
    );

    const swept = sweepOrphans(roles).catch((error: unknown) => String(error));
    await until(
      'the other region to be swept',
      async () => (await stores.region.exists(orphan)) === undefined,
    );
    stop.abort();

    expect(await swept).toContain('Orphans are left: Stopped.');
    expect(asked).toEqual(['first']);
  });
});

it('begins nothing once it is stopped', async () => {
  const { roles, known, stop } = await arrange();
  await known('orphan', []);
  stop.abort();

  await expect(sweepOrphans(roles)).rejects.toThrow('Orphans are left');

  expect(roles.replicas.rows.size).toBe(1);
});

it('deletes an upload that was abandoned weeks ago, never a staged artefact', async () => {
  const { prefix, stores, at } = await arrange();
  await stores.staging.createPageBlob(`ingest/${prefix}/os`, 4096);
  await stores.staging.createPageBlob(`${prefix}-digest`, 4096);

  await sweepStrayBlobs(at(15 * 24 * hour));
  expect(await stores.staging.exists(`ingest/${prefix}/os`)).toBeDefined();
  await sweepStrayBlobs(at(17 * 24 * hour));

  expect(await stores.staging.exists(`ingest/${prefix}/os`)).toBeUndefined();
  expect(await stores.staging.exists(`${prefix}-digest`)).toBeDefined();
});

it('drops a staged artefact that nobody has needed for a month', async () => {
  const digest = randomBytes(32).toString('hex');
  const { stores, at, needed, asked } = await arrange(digest);
  await stores.staging.createPageBlob(digest, 4096);

  await sweepStrayBlobs(at(29 * 24 * hour));
  needed.add(digest);
  await sweepStrayBlobs(at(31 * 24 * hour));
  const whileNeeded = await stores.staging.exists(digest);
  needed.clear();
  await sweepStrayBlobs(at(31 * 24 * hour));

  expect(whileNeeded).toBeDefined();
  expect(await stores.staging.exists(digest)).toBeUndefined();
  expect(asked).toHaveLength(2);
});

it('marks the pictures of pages in slots as used before it drops what is idle', async () => {
  const digest = randomBytes(32).toString('hex');
  const { stores, at, pictures, marked, asked } = await arrange(digest);
  await stores.staging.createPageBlob(digest, 4096);
  pictures.add(digest);

  await sweepStrayBlobs(at(31 * 24 * hour));

  expect(await stores.staging.exists(digest)).toBeDefined();
  expect(marked).toEqual(asked);
});

it('drops signed reports that no publication names, once they are an hour old', async () => {
  const { prefix, stores, at, kept } = await arrange();
  const [named, stray] = [`reports/${prefix}-named`, `reports/${prefix}-stray`];
  for (const name of [named, stray]) await stores.staging.writeBlock(name, Buffer.from('{}'), 'text/plain');
  kept.add(`${prefix}-named`);
  const exist = async (): Promise<readonly boolean[]> =>
    Promise.all([named, stray].map(async (name) => (await stores.staging.exists(name)) !== undefined));

  await sweepStrayBlobs(at(hour / 2));
  const soon = await exist();
  await sweepStrayBlobs(at(2 * hour));

  expect(soon).toEqual([true, true]);
  expect(await exist()).toEqual([true, false]);
});
