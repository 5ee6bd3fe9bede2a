import type { LiveCheckItem } from '../../domain/product-page/live-check';
import { type PageRange, splitRanges } from '../../domain/replication/page-ranges';
import { BlobStoreError } from '../blob-storage/blob-store-error';
import type { BlobStore, Digests } from '../ports';

const readBytes = 4 * 1024 * 1024;

export type CheckedBlob = {
  readonly digest: string;
  /** Disks are page blobs: where the service holds no page, every reader gets zeros, and so need not ask. */
  readonly medium: 'pageBlob' | 'blockBlob';
  readonly signal?: AbortSignal | undefined;
};

/** Whether the blob named by a digest holds the bytes of that digest: reads them all, trusting no property. */
export async function blobCheck(
  store: BlobStore,
  digests: Digests,
  blob: CheckedBlob,
): Promise<Pick<LiveCheckItem, 'ok' | 'expected' | 'actual'>> {
  const actual = await readDigest(store, digests, blob);
  return { ok: actual === blob.digest, expected: blob.digest, actual };
}

/** A blob that cannot be read now is not called wrong: the reason says so. */
async function readDigest(store: BlobStore, digests: Digests, blob: CheckedBlob): Promise<string> {
  try {
    const found = await store.exists(blob.digest);
    return found === undefined ? 'missing' : await digestOf(store, digests, { ...blob, bytes: found.bytes });
  } catch (error) {
    if (error instanceof BlobStoreError) return `not readable: ${error.message}`;
    throw error;
  }
}

async function digestOf(
  store: BlobStore,
  digests: Digests,
  { digest, medium, bytes, signal }: CheckedBlob & { readonly bytes: number },
): Promise<string> {
  const hash = digests.sha256();
  const whole: readonly PageRange[] = [{ start: 0, end: bytes }];
  const data = medium === 'pageBlob' ? await store.dataRanges(digest, signal) : whole;
  let position = 0;
  for (const { start, end } of splitRanges(data, readBytes)) {
    await hash.zeros(start - position);
    hash.update(await store.read(digest, start, end - start, signal));
    position = end;
  }
  await hash.zeros(bytes - position);
  return hash.digest();
}
