import { type FileHandle, open } from 'node:fs/promises';
import type { PageBlobClient } from '@azure/storage-blob';
import { countBytes, type PageRange, splitRanges } from '../../domain/replication/page-ranges';

/** What one Put Page request may carry. */
const chunkBytes = 4 * 1024 * 1024;
const parallel = 4;

export type LocalDisk = {
  readonly path: string;
  readonly bytes: number;
  readonly ranges: readonly PageRange[];
};

/** Writes only where the disk holds data. A blob that was uploaded whole before is left alone: its ETag stays. */
export async function uploadDisk(
  blob: PageBlobClient,
  disk: LocalDisk,
  onProgress: (doneBytes: number, totalBytes: number) => void,
): Promise<void> {
  if (await isWhole(blob, disk.bytes)) return;
  await blob.create(disk.bytes);
  const chunks = [...splitRanges(disk.ranges, chunkBytes)];
  const total = countBytes(disk.ranges);
  let done = 0;
  const file = await open(disk.path, 'r');
  const uploadAll = async (): Promise<void> => {
    for (let chunk = chunks.shift(); chunk !== undefined; chunk = chunks.shift()) {
      await uploadChunk(blob, file, chunk);
      done += chunk.end - chunk.start;
      onProgress(done, total);
    }
  };
  try {
    await Promise.all(Array.from({ length: parallel }, uploadAll));
  } finally {
    await file.close();
  }
  await blob.setMetadata({ uploaded: 'whole' });
}

async function isWhole(blob: PageBlobClient, bytes: number): Promise<boolean> {
  if (!(await blob.exists())) return false;
  const { contentLength, metadata } = await blob.getProperties();
  return contentLength === bytes && metadata?.['uploaded'] === 'whole';
}

async function uploadChunk(blob: PageBlobClient, file: FileHandle, { start, end }: PageRange): Promise<void> {
  const content = Buffer.alloc(end - start);
  await file.read(content, 0, content.length, start);
  await blob.uploadPages(content, start, content.length);
}
