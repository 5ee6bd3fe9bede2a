import { setTimeout as delay } from 'node:timers/promises';
import type { BlobStore } from '../ports';
import type { AccountCall } from './account';
import { BlobStoreError } from './blob-store-error';

const pollMs = 250;

type CopyState = 'absent' | 'pending' | 'complete' | 'broken';

/** Blobs cannot be renamed: the service copies inside the account, which moves no byte over the wire. */
export const renameInAccount = (account: string, call: AccountCall): BlobStore['rename'] => {
  const stateOf = (name: string, signal?: AbortSignal): Promise<CopyState> =>
    call(
      `look at ${name}`,
      async (container, options) => {
        const blob = container.getBlobClient(name);
        if (!(await blob.exists(options))) return 'absent';
        const { copyStatus } = await blob.getProperties(options);
        if (copyStatus === undefined || copyStatus === 'success') return 'complete';
        return copyStatus === 'pending' ? 'pending' : 'broken';
      },
      signal,
    );

  return async (from, to, signal) => {
    let state = await stateOf(to, signal);
    if (state === 'absent' || state === 'broken') {
      await call(
        `copy ${from} to ${to}`,
        async (container, options) => {
          await container
            .getBlobClient(to)
            .beginCopyFromURL(container.getBlobClient(from).url, { ...options, intervalInMs: pollMs });
        },
        signal,
      );
    }
    while ((state = await stateOf(to, signal)) === 'pending') await delay(pollMs, undefined, { signal });
    if (state !== 'complete') {
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
