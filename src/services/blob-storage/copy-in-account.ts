import { setTimeout as delay } from 'node:timers/promises';
import type { BlobStore } from '../ports';
import type { AccountCall } from './account';
import { BlobStoreError } from './blob-store-error';

const pollMs = 250;

type Target =
  | { readonly state: 'absent' }
  | {
      readonly state: 'pending' | 'complete' | 'broken';
      readonly bytes: number | undefined;
      readonly etag: string | undefined;
    };

/**
 * Blobs cannot be renamed: the service copies inside the account, which moves no byte over the wire. What stands under
 * the new name is never copied over, so that nobody finds a complete blob turned into a copy under way.
 */
export const renameInAccount = (account: string, call: AccountCall): BlobStore['rename'] => {
  const look = (name: string, signal?: AbortSignal): Promise<Target> =>
    call(
      `look at ${name}`,
      async (container, options) => {
        const blob = container.getBlobClient(name);
        if (!(await blob.exists(options))) return { state: 'absent' };
        const { copyStatus, contentLength: bytes, etag } = await blob.getProperties(options);
        return { state: stateOf(copyStatus), bytes, etag };
      },
      signal,
    );

  return async (from, to, signal) => {
    let target = await look(to, signal);
    if (target.state === 'broken') {
      await deleteBroken(call, to, target.etag);
      target = { state: 'absent' };
    }
    if (target.state === 'absent') await beginCopy(call, { from, to, signal });
    while ((target = await look(to, signal)).state === 'pending') await delay(pollMs, undefined, { signal });

    const source = await look(from, signal);
    const isDone =
      target.state === 'complete' && (source.state === 'absent' || source.bytes === target.bytes);
    if (!isDone) {
      throw new BlobStoreError(
        account,
        `Storage account ${account} did not finish copying ${from} to ${to}.`,
      );
    }
    await call(`delete ${from}`, (container, options) =>
      container.getBlobClient(from).deleteIfExists(options),
    );
  };
};

function stateOf(copyStatus: string | undefined): Exclude<Target['state'], 'absent'> {
  if (copyStatus === undefined || copyStatus === 'success') return 'complete';
  return copyStatus === 'pending' ? 'pending' : 'broken';
}

async function deleteBroken(call: AccountCall, name: string, etag = '*'): Promise<void> {
  await unlessOthersDid(() =>
    call(`delete ${name}`, (container, options) =>
      container.getBlobClient(name).deleteIfExists({ ...options, conditions: { ifMatch: etag } }),
    ),
  );
}

type Copy = { readonly from: string; readonly to: string; readonly signal: AbortSignal | undefined };

async function beginCopy(call: AccountCall, { from, to, signal }: Copy): Promise<void> {
  await unlessOthersDid(() =>
    call(
      `copy ${from} to ${to}`,
      (container, options) =>
        container.getBlobClient(to).beginCopyFromURL(container.getBlobClient(from).url, {
          ...options,
          conditions: { ifNoneMatch: '*' },
          intervalInMs: pollMs,
        }),
      signal,
    ),
  );
}

/** A blob that changed since we looked is somebody else's work; what it is by now, the next look tells. */
async function unlessOthersDid(act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (error) {
    const isOthers = error instanceof BlobStoreError && (error.status === 409 || error.status === 412);
    if (!isOthers) throw error;
  }
}
