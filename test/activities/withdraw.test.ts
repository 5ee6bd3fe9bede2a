import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { releaseResidue, withdrawActivities } from '../../src/activities/withdraw';
import { openBlobStore } from '../../src/services/blob-storage/blob-store';
import type { BlobStore } from '../../src/services/ports';
import { fakeReviewBoard } from '../fakes/fake-review-board';
import { fakeReviews, reviewItem } from '../fakes/fake-reviews';
import { fakeReplicas } from '../fakes/fake-replicas';
import { startStorageProxy, type StorageProxy } from '../fakes/storage-proxy';
import { testStack } from '../support/stack';

let proxy: StorageProxy;
beforeEach(async () => {
  proxy = await startStorageProxy(testStack().storage.blobUrl('westeurope'));
});
afterEach(async () => {
  await proxy.close();
});

function store(name: string, url = testStack().storage.blobUrl(name)): BlobStore {
  const credential = { accountName: name, accountKey: testStack().storage.accountKey(name) };
  return openBlobStore({ name, url, credential }, { deadlineMs: 120_000, retryDelayMs: 1 });
}

/** A verified replica in each region, held by these publications, and an upload that was cut off. */
async function arrange(holders: readonly string[]) {
  const digest = `digest-${randomUUID()}`;
  const regions = new Map([
    ['westeurope', store('westeurope', proxy.url)],
    ['eastus', store('eastus')],
  ]);
  const staging = store('staging');
  const replicas = fakeReplicas();
  const attempt = 1;
  for (const [region, blobs] of regions) {
    await blobs.createPageBlob(digest, 4096);
    replicas.put({ digest, region, state: 'verified', attempt, journal: [], verifiedAt: null }, holders);
  }
  const publicationId = holders[0] ?? randomUUID();
  const upload = `ingest/${publicationId}/plan1/os`;
  await staging.createPageBlob(upload, 4096);
  const clearedPreviews: string[] = [];
  const reviews = fakeReviews();
  reviews.rows.push(reviewItem({ publicationId }));
  const reviewBoard = fakeReviewBoard();
  const roles = {
    staging,
    regions,
    replicas,
    reviews,
    reviewBoard,
    offers: { clearPreview: async (_: unknown, id: string) => void clearedPreviews.push(id) },
  };
  const { withdraw } = withdrawActivities(roles);
  const publication = { publicationId, publisherId: 'contoso', offerId: 'linux-vm', offerVersion: 1 };
  const run = (outcome: 'canceled' | 'live'): Promise<void> =>
    new MockActivityEnvironment({}, { logger: new DefaultLogger('ERROR') }).run(withdraw, {
      ...publication,
      outcome,
    });
  const left = async (): Promise<readonly string[]> => {
    const stores = [...regions.entries()].map(async ([region, blobs]) =>
      (await blobs.exists(digest)) ? region : '',
    );
    const uploads = (await staging.exists(upload)) ? 'upload' : '';
    return [...(await Promise.all(stores)), uploads].filter(Boolean);
  };
  return { run, left, replicas, clearedPreviews, reviews, reviewBoard, roles, publicationId, digest };
}

it('leaves nothing of a canceled publication, however often it is called', async () => {
  const { run, left, replicas, clearedPreviews, publicationId } = await arrange([randomUUID()]);

  await run('canceled');
  await run('canceled');

  expect(await left()).toEqual([]);
  expect(replicas.rows.size).toBe(0);
  expect(clearedPreviews).toEqual([publicationId, publicationId]);
});

it('keeps the replicas that another publication holds', async () => {
  const { run, left, replicas } = await arrange([randomUUID(), 'the-live-one']);

  await run('canceled');

  expect(await left()).toEqual(['westeurope', 'eastus']);
  expect([...replicas.rows.values()].map(({ holders }) => [...holders])).toEqual([
    ['the-live-one'],
    ['the-live-one'],
  ]);
});

it('does the rest while a region is away, names it, and finishes when it is back', async () => {
  const { run, left, clearedPreviews } = await arrange([randomUUID()]);
  proxy.behave('refuses');

  await expect(run('canceled')).rejects.toThrow(
    /The clean-up is not finished: Storage account westeurope refused to look at .*: 503 ServerBusy\./,
  );

  proxy.behave('answers');
  expect(clearedPreviews).toHaveLength(1);
  expect(await left()).toEqual(['westeurope']);
  await run('canceled');
  expect(await left()).toEqual([]);
});

it('keeps a replica that somebody claims while it is being discarded', async () => {
  const { run, left, replicas, digest } = await arrange([randomUUID()]);
  const other = { publicationId: 'other', publisherId: 'contoso', offerId: 'other' };
  proxy.onRequest((line) => {
    if (line.startsWith('HEAD')) void replicas.claim(digest, 'westeurope', other);
  });

  await run('canceled');

  expect(await left()).toEqual(['westeurope']);
});

it('does not delete a blob that a new copy has begun to write after its row was gone', async () => {
  const { run, left, replicas, digest } = await arrange([randomUUID()]);
  const forget = replicas.forget;
  replicas.forget = async (...replica) => {
    const forgotten = await forget(...replica);
    await store('westeurope').writePages(digest, 0, Buffer.alloc(512, 1));
    return forgotten;
  };

  await run('canceled');

  expect(await left()).toEqual(['westeurope']);
});

it('cleans up after a run that was terminated', async () => {
  const { roles, publicationId, clearedPreviews, left } = await arrange([randomUUID()]);

  await releaseResidue(roles, { publicationId, publisherId: 'contoso', offerId: 'linux-vm' });

  expect(await left()).toEqual([]);
  expect(clearedPreviews).toEqual([publicationId]);
});

it('never withdraws what is live', async () => {
  const { run, left, clearedPreviews } = await arrange([randomUUID()]);

  await expect(run('live')).rejects.toMatchObject({ nonRetryable: true, type: 'WithdrawsLive' });

  expect(await left()).toEqual(['westeurope', 'eastus', 'upload']);
  expect(clearedPreviews).toEqual([]);
});

it('takes back what nobody has decided, and leaves a board that is away to housekeeping', async () => {
  const { run, reviews, reviewBoard } = await arrange([randomUUID()]);
  reviewBoard.failNext = 'the board is away';

  await run('canceled');
  const untold = await reviews.takeUntold('own', 10);
  await run('canceled');

  expect(untold).toMatchObject([{ decision: 'withdrawn', decidedBy: 'offer-publication' }]);
  expect(reviews.told.size).toBe(1);
  expect(reviewBoard.closed).toEqual([
    { id: 'REVIEW-000001', decision: 'withdrawn', actor: 'offer-publication' },
  ]);
});
