import { randomBytes, randomUUID } from 'node:crypto';
import { sweepOrphans, sweepStrayBlobs } from '../../src/activities/sweep-orphans';
import { openBlobStore } from '../../src/services/blob-storage/blob-store';
import type { BlobStore, ReplicaRecord } from '../../src/services/ports';
import { fakeReplicas } from '../fakes/fake-replicas';
import { testStack } from '../support/stack';

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
  const artefacts = {
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
  const roles = { replicas, artefacts, certifications, staging: stores.staging, regions };
  const at = (ahead: number) => ({ ...roles, clock: () => new Date(Date.now() + ahead) });
  return { prefix, stores, known, roles, at, needed, asked, kept };
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
