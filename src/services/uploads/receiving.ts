import { randomUUID } from 'node:crypto';
import type { UploadFault } from '../../domain/offer/upload-file';
import type { AccountCall } from '../blob-storage/account';
import type { BlobStore, Upload } from '../ports';

export type Container = { readonly name: string; readonly store: BlobStore; readonly call: AccountCall };

/** Calls back with every run of bytes that is not all zero, in order. */
export type ScanForData = (bytes: Buffer, onData: (start: number, end: number) => void) => void;

export type Receiving = {
  readonly container: Container;
  readonly upload: Upload;
  readonly scanForData: ScanForData;
  readonly signal: AbortSignal | undefined;
  readonly now: Date;
};

/** Reads an upload to its end and leaves it in the container under its stored name. Throws an {@link UploadRefusal}. */
export type Receive = (receiving: Receiving) => Promise<{ readonly digest: string; readonly bytes: number }>;

/** The content is not what it should be; nothing was kept. */
export class UploadRefusal extends Error {
  readonly fault: UploadFault;

  constructor(fault: UploadFault) {
    super(fault);
    this.name = 'UploadRefusal';
    this.fault = fault;
  }
}

const underwayPrefix = 'uploading/';
const abandonedAfterMs = 24 * 3_600_000;

/**
 * Runs `work` with a name that only this upload writes to. It gets its own name by a copy inside the account when it
 * is whole; whatever is left of it otherwise goes, and so do leavings of processes that were killed.
 */
export async function underway<T>(
  { container: { store }, now }: Receiving,
  work: (name: string) => Promise<T>,
): Promise<T> {
  await dropAbandoned(store, now);
  const name = `${underwayPrefix}${randomUUID()}`;
  try {
    return await work(name);
  } catch (error) {
    // What made the upload fail matters, not what it left: that goes with a later upload.
    await store.delete(name).catch(() => undefined);
    throw error;
  }
}

/** Every write renews the time of change, so that an upload of many days is not taken for an abandoned one. */
async function dropAbandoned(store: BlobStore, now: Date): Promise<void> {
  for await (const { name, changedAt } of store.list(underwayPrefix)) {
    if (changedAt.getTime() < now.getTime() - abandonedAfterMs) await store.delete(name);
  }
}
