import type { BlobStore } from '../../services/ports';
import type { RangeReader } from './range-reader';

/** A blob in staging: the bytes that are certified, and no others. */
export function blobRanges(store: Pick<BlobStore, 'read'>, name: string, bytes: number): RangeReader {
  return { bytes, read: (offset, length, signal) => store.read(name, offset, length, signal) };
}
