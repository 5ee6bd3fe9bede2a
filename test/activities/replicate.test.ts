import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import type { DataActivities, ReplicationResult } from '../../src/activities/contract';
import { replicateActivities } from '../../src/activities/replicate';
import type { Artefact } from '../../src/domain/replication/artefact';
import { openBlobStore } from '../../src/services/blob-storage/blob-store';
import { digests } from '../../src/services/digests';
import type { BlobStore } from '../../src/services/ports';
import { fakeProgress } from '../fakes/fake-progress';
import { fakeReplicas } from '../fakes/fake-replicas';
import { startStorageProxy, type StorageProxy } from '../fakes/storage-proxy';
import { testStack } from '../support/stack';
import { stageDisk } from './replication/staged-disk';

const mebibyte = 1024 * 1024;
const region = 'westeurope';

let proxy: StorageProxy;
beforeEach(async () => {
  proxy = await startStorageProxy(testStack().storage.blobUrl(region));
});
afterEach(async () => {
  await proxy.close();
});

function store(name: string, url = testStack().storage.blobUrl(name)): BlobStore {
  const credential = { accountName: name, accountKey: testStack().storage.accountKey(name) };
  return openBlobStore({ name, url, credential }, { deadlineMs: 120_000, retryDelayMs: 1 });
}

const direct = () => store(region);

async function arrange(disks?: readonly Artefact[], target = store(region, proxy.url)) {
  const staging = store('staging');
  const artefacts = disks ?? [
    await stageDisk(staging, 16, [
      [1, 7],
      [11, 13],
    ]),
  ];
  const [disk] = artefacts as [Artefact];
  const replicas = fakeReplicas();
  const publications = fakeProgress();
  const { replicate } = replicateActivities({
    artefacts: { find: async (digest) => artefacts.find((artefact) => artefact.digest === digest) },
    replicas,
    publications,
    staging,
    regions: new Map([[region, target]]),
    digests,
  });
  const input = {
    publicationId: 'publication-1',
    publisherId: 'contoso',
    offerId: 'linux-vm',
    offerVersion: 1,
    region,
    digests: artefacts.map(({ digest }) => digest),
  };
  return { disk, replicas, publications, replicate, input };
}

type Replicate = DataActivities['replicate'];
type Input = Parameters<Replicate>[0];

const quiet = { logger: new DefaultLogger('ERROR') };

/** One attempt of the activity, first scheduled at this time. */
const attempt = (replicate: Replicate, input: Input, scheduledTimestampMs = 1) =>
  new MockActivityEnvironment({ scheduledTimestampMs }, quiet).run<[Input], ReplicationResult, Replicate>(
    replicate,
    input,
  );

async function digestIn(blobs: BlobStore, { digest, bytes }: Artefact): Promise<string> {
  const hash = digests.sha256();
  for (let at = 0; at < bytes; at += mebibyte) {
    hash.update(await blobs.read(digest, at, Math.min(mebibyte, bytes - at)));
  }
  return hash.digest();
}

/** Something to do when so many bytes have been written to the region. */
function whenWritten(bytes: number, act: () => void): void {
  let done = false;
  proxy.onRequest(() => {
    if (done || proxy.traffic.writtenBytes < bytes) return;
    done = true;
    act();
  });
}

it('brings exactly the data to the region, proves the digest and counts what it did', async () => {
  const { disk, replicas, replicate, input } = await arrange();

  const result = await attempt(replicate, input);

  expect(result).toEqual({ region, copiedBytes: 8 * mebibyte, found: 0, copied: 1 });
  expect(proxy.traffic.writtenBytes).toBe(8 * mebibyte);
  expect(await digestIn(direct(), disk)).toBe(disk.digest);
  expect(await replicas.find(disk.digest, region)).toMatchObject({ state: 'verified' });
});

it('finds what an earlier publication brought there, holds it, and copies nothing', async () => {
  const { disk, replicas, replicate, input } = await arrange();
  await attempt(replicate, input);
  const { writtenBytes } = proxy.traffic;

  const again = { ...input, publicationId: 'publication-2' };
  const result = await attempt(replicate, again, Date.now() + 60_000);

  const foundFrom = (await replicas.find(disk.digest, region))?.verifiedAt;
  expect(result).toEqual({ region, copiedBytes: 0, found: 1, copied: 0, foundFrom });
  expect(proxy.traffic.writtenBytes).toBe(writtenBytes);
  const holders = replicas.rows.get(`${region}/${disk.digest}`)?.holders;
  expect([...(holders ?? [])]).toEqual(['publication-1', 'publication-2']);
});

it('gives the same answer, with one copy, when its first answer was lost', async () => {
  const { replicate, input } = await arrange();

  const first = await attempt(replicate, input);
  const second = await attempt(replicate, input);

  expect(second).toEqual(first);
  expect(proxy.traffic.writtenBytes).toBe(8 * mebibyte);
});

it('sends at most 3 % twice when it is cut off in the middle and its last journal is lost', async () => {
  const large = await stageDisk(store('staging'), 132, [
    [2, 52],
    [53, 131],
  ]);
  const { disk, replicas, replicate, input } = await arrange([large]);
  whenWritten(60 * mebibyte, () => {
    proxy.behave('drops');
    replicas.failNextSaves(1_000);
  });
  await expect(attempt(replicate, input)).rejects.toThrow(/ECONNRESET/);
  proxy.behave('answers');
  replicas.failNextSaves(0);

  await attempt(replicate, input);

  expect(proxy.traffic.writtenBytes).toBeLessThanOrEqual(1.03 * 128 * mebibyte);
  expect(await digestIn(direct(), disk)).toBe(disk.digest);
});

it('does not take bytes for a replica that are not the certified ones, and copies them anew', async () => {
  const { disk, replicas, replicate, input } = await arrange();
  await direct().createPageBlob(disk.digest, disk.bytes);
  await direct().writePages(disk.digest, 0, Buffer.alloc(512, 1));
  const journal = [{ start: 0, end: disk.bytes }];
  replicas.put({ digest: disk.digest, region, state: 'copying', attempt: 3, journal, verifiedAt: null });

  await expect(attempt(replicate, input)).rejects.toThrow(
    `Region westeurope held other bytes than ${disk.digest}; they were deleted and are copied again.`,
  );

  expect(await replicas.find(disk.digest, region)).toMatchObject({ state: 'copying', journal: [] });
  expect(await direct().dataRanges(disk.digest)).toEqual([]);
  await attempt(replicate, input);
  expect(await digestIn(direct(), disk)).toBe(disk.digest);
});

it.each([
  { what: 'is gone', leave: async () => undefined },
  {
    what: 'has another size',
    leave: async ({ digest }: Artefact) => {
      await direct().createPageBlob(digest, mebibyte);
    },
  },
])('copies a replica again when its blob $what, whatever the catalogue says', async ({ leave }) => {
  const { disk, replicas, replicate, input } = await arrange();
  await leave(disk);
  const { digest } = disk;
  const journal = [{ start: 0, end: disk.bytes }];
  const verifiedAt = new Date().toISOString();
  replicas.put({ digest, region, state: 'verified', attempt: 1, journal, verifiedAt });

  const result = await attempt(replicate, input, Date.now() + 60_000);

  expect(result.copied).toBe(1);
  expect(await digestIn(direct(), disk)).toBe(digest);
});

it('stops when it is canceled, journals, and the next attempt goes on from there', async () => {
  const { disk, replicas, replicate, input } = await arrange();
  const environment = new MockActivityEnvironment({}, quiet);
  whenWritten(3 * mebibyte, () => environment.cancel('CANCELLED'));

  await expect(environment.run(replicate, input)).rejects.toThrow('CANCELLED');

  const journaled = (await replicas.find(disk.digest, region))?.journal ?? [];
  expect(journaled.length).toBeGreaterThan(0);
  const before = proxy.traffic.writtenBytes;
  await attempt(replicate, input);
  expect(proxy.traffic.writtenBytes - before).toBeLessThan(8 * mebibyte);
  expect(await digestIn(direct(), disk)).toBe(disk.digest);
});

it('stops writing when a newer attempt has taken over, and leaves its journal alone', async () => {
  const { disk, replicas, replicate, input } = await arrange();
  const { publicationId, publisherId, offerId } = input;
  const same = { publicationId, publisherId, offerId };
  whenWritten(1 * mebibyte, () => void replicas.claim(disk.digest, region, same));

  await expect(attempt(replicate, input)).rejects.toThrow(
    `A newer attempt copies ${disk.digest} to region westeurope.`,
  );

  expect(proxy.traffic.writtenBytes).toBeLessThan(8 * mebibyte);
  expect(await replicas.find(disk.digest, region)).toMatchObject({ attempt: 2, state: 'copying' });
});

it('waits while another publication copies the same image, and then finds what that one has brought', async () => {
  const { disk, replicas, publications, replicate, input } = await arrange();
  const other = { ...input, publicationId: 'publication-2' };
  let meanwhile: Promise<unknown> | undefined;
  whenWritten(1 * mebibyte, () => {
    meanwhile = attempt(replicate, other).catch((error: unknown) => error);
  });

  const first = await attempt(replicate, input);
  const refusal = await meanwhile;
  const second = await attempt(replicate, other, Date.now() + 60_000);

  expect(refusal).toMatchObject({ type: 'ReplicaUnderway', nextRetryDelay: '5 seconds' });
  expect([first, second]).toMatchObject([
    { copied: 1, found: 0 },
    { copied: 0, found: 1 },
  ]);
  expect(publications.reports).toContainEqual(
    expect.objectContaining({
      state: 'waiting',
      message: expect.objectContaining({ code: 'provisioning.waiting' }) as unknown,
    }),
  );
  expect(proxy.traffic.writtenBytes).toBe(8 * mebibyte);
  expect(await replicas.find(disk.digest, region)).toMatchObject({ state: 'verified' });
});

it('goes on while the catalogue is away for a moment', async () => {
  const { disk, replicas, publications, replicate, input } = await arrange();
  publications.failNext();
  whenWritten(1 * mebibyte, () => replicas.failNextSaves(1));

  const result = await attempt(replicate, input);

  expect(result.copied).toBe(1);
  expect(await digestIn(direct(), disk)).toBe(disk.digest);
});

it('keeps from publishers how our own catalogue fails', async () => {
  const { replicas, publications, replicate, input } = await arrange();
  Object.assign(replicas, { claim: () => Promise.reject(new Error('connect ECONNREFUSED 10.0.3.7:5432')) });

  await expect(attempt(replicate, input)).rejects.toThrow('ECONNREFUSED');

  expect(publications.reports.at(-1)).toMatchObject({
    state: 'waiting',
    message: { code: 'provisioning.waiting', params: { region, reason: '' } },
  });
});

it('says which region it waits for and why, and finishes when that is back', async () => {
  const { publications, replicate, input } = await arrange();
  proxy.behave('refuses');

  await expect(attempt(replicate, input)).rejects.toThrow(/Storage account westeurope refused to .*503/);

  const reason = expect.stringContaining('503 ServerBusy') as string;
  expect(publications.reports.at(-1)).toMatchObject({
    item: 'replicate.westeurope',
    state: 'waiting',
    message: { code: 'provisioning.waiting', params: { region, reason } },
  });
  proxy.behave('answers');
  await attempt(replicate, input);
  expect(publications.reports.at(-1)).toEqual({
    item: 'replicate.westeurope',
    doneBytes: 8 * mebibyte,
    totalBytes: 8 * mebibyte,
    bytesPerSecond: 0,
    state: 'done',
  });
});

it('copies several disks one after another, each of them once', async () => {
  const staging = store('staging');
  const disks = [await stageDisk(staging, 4, [[0, 2]]), await stageDisk(staging, 4, [[3, 4]])];
  const { replicate, input } = await arrange(disks);

  const twice = { ...input, digests: [...input.digests, ...input.digests] };
  const result = await attempt(replicate, twice);

  expect(result).toEqual({ region, copiedBytes: 3 * mebibyte, found: 0, copied: 2 });
  expect(await Promise.all(disks.map((disk) => digestIn(direct(), disk)))).toEqual(input.digests);
});

it('says since when all disks have been there: since the last of them came', async () => {
  const staging = store('staging');
  const disks = [await stageDisk(staging, 4, [[0, 2]]), await stageDisk(staging, 4, [[3, 4]])];
  const { replicas, replicate, input } = await arrange(disks);
  await attempt(replicate, input);
  const verified = { state: 'verified', attempt: 1, journal: [] } as const;
  const times = ['2026-03-02T00:00:00.000Z', '2026-03-01T00:00:00.000Z'];
  for (const [index, { digest }] of disks.entries()) {
    replicas.put({ ...verified, digest, region, verifiedAt: times[index] ?? null });
  }

  const result = await attempt(replicate, { ...input, publicationId: 'publication-2' }, Date.now());

  expect(result).toEqual({ region, copiedBytes: 0, found: 2, copied: 0, foundFrom: times[0] });
});

it('tells Temporal how far it is', async () => {
  const { replicate, input } = await arrange();
  const environment = new MockActivityEnvironment({}, quiet);
  const heartbeats: unknown[] = [];
  environment.on('heartbeat', (details) => heartbeats.push(details));

  await environment.run(replicate, input);

  expect(heartbeats[0]).toEqual({ phase: 'copying', bytes: 0, total: 8 * mebibyte, rate: 0 });
  expect(heartbeats.at(-1)).toMatchObject({ phase: 'verifying', bytes: 16 * mebibyte, etaSeconds: 0 });
});

it('does not try for ever what cannot work', async () => {
  const { replicate, input } = await arrange();

  const failure = attempt(replicate, { ...input, digests: ['abc'] });

  await expect(failure).rejects.toMatchObject({ nonRetryable: true, type: 'UnknownArtefact' });
  await expect(failure).rejects.toThrow('abc');
  expect(proxy.requests).toEqual([]);
});

it('waits for a region that this worker is not told of yet, and says who adds it', async () => {
  const { publications, replicate, input } = await arrange();

  const failure = attempt(replicate, { ...input, region: 'atlantis' });

  await expect(failure).rejects.toMatchObject({ nonRetryable: false, type: 'UnknownRegion' });
  const reason = expect.stringMatching(
    /^Region atlantis is not in REGIONS .* an operator has to add it/,
  ) as string;
  expect(publications.reports.at(-1)).toMatchObject({
    item: 'replicate.atlantis',
    state: 'waiting',
    message: { code: 'provisioning.waiting', params: { region: 'atlantis', reason } },
  });
  expect(proxy.requests).toEqual([]);
});

it('lets an attempt that paused delete nothing of the newer attempt', async () => {
  const deleted: string[] = [];
  const target: BlobStore = {
    ...direct(),
    delete: async (name, etag) => {
      await direct().delete(name, etag);
      if ((await direct().exists(name)) === undefined) deleted.push(name);
    },
  };
  const { disk, replicas, replicate, input } = await arrange(undefined, target);
  await direct().createPageBlob(disk.digest, disk.bytes);
  const { saveJournal } = replicas;
  replicas.saveJournal = async (replica) => {
    const isOurs = await saveJournal(replica);
    // The older attempt pauses here; the newer one copies and verifies meanwhile.
    replicas.saveJournal = saveJournal;
    await attempt(replicate, input);
    return isOurs;
  };

  await expect(attempt(replicate, input)).rejects.toMatchObject({ type: 'ReplicaSuperseded' });

  expect(deleted).toEqual([disk.digest]); // what lay there before both of them
  expect(await digestIn(direct(), disk)).toBe(disk.digest);
  expect(await replicas.find(disk.digest, region)).toMatchObject({ state: 'verified' });
});
