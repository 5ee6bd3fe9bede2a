import { open } from 'node:fs/promises';
import { readingPlan } from '../../domain/replication/reading-plan';
import { fileRanges } from '../guest/file-ranges';
import type { OpenedImage } from './opened-image';

/** Large enough that reading costs nothing beside hashing, small enough to stay in the processor's cache. */
const pieceBytes = 1024 * 1024;

/** An image on this machine. Throws what the file system says. */
export async function openImageFile(path: string): Promise<OpenedImage> {
  const file = await open(path);
  const facts = await file.stat();
  if (!facts.isFile()) {
    await file.close();
    throw Object.assign(new Error('it is not a file'), { code: 'EINVAL' });
  }
  const bytes = facts.size;
  return {
    bytes,
    pass: {
      pieces: readingPlan(bytes, bytes === 0 ? [] : [{ start: 0, end: bytes }], pieceBytes),
      largest: pieceBytes,
      held: 2,
      read: async (start, into) => {
        const { bytesRead } = await file.read(into, 0, into.length, start);
        if (bytesRead !== into.length) throw new Error(`${path} has become shorter while it was read.`);
      },
    },
    ranges: fileRanges(file, bytes),
    close: () => file.close(),
  };
}
