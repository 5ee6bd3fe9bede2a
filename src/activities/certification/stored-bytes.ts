import type { BlobStore, StoredBytes } from '../../services/ports';

/** A blob as something to be read here and there. */
export const storedBytes = (staging: Pick<BlobStore, 'read'>, name: string, bytes: number): StoredBytes => ({
  bytes,
  read: (offset, count, signal) => staging.read(name, offset, count, signal),
});
