import type { FileHandle } from 'node:fs/promises';
import type { RangeReader } from './range-reader';

/** A file on this machine. */
export function fileRanges(file: Pick<FileHandle, 'read'>, bytes: number): RangeReader {
  return {
    bytes,
    async read(offset, length, signal) {
      signal.throwIfAborted();
      const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, offset);
      if (bytesRead !== length) throw new Error(`The file ends at byte ${offset + bytesRead}.`);
      return buffer;
    },
  };
}
