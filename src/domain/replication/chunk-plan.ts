import { type PageRange, countBytes, mergeRanges, splitRanges, subtractRanges } from './page-ranges';

const smallestChunk = 512 * 1024;

/** What one Put Page request may carry. */
export const largestChunkBytes = 4 * 1024 * 1024;

export type ChunkPlan = {
  /** What is still to be copied, in order. */
  readonly chunks: readonly PageRange[];
  /** Save the journal once so many bytes were written since. */
  readonly journalEvery: number;
  readonly totalBytes: number;
  readonly doneBytes: number;
};

/**
 * Every byte of `data` that the journal does not name, exactly once. Chunks and journal steps grow with the image, so
 * that what a crash makes anew - chunks under way and those not yet journaled - stays near one per cent of it.
 */
export function planChunks(data: readonly PageRange[], journal: readonly PageRange[]): ChunkPlan {
  const ranges = mergeRanges(data);
  const totalBytes = countBytes(ranges);
  const wanted = Math.floor(totalBytes / 256 / smallestChunk) * smallestChunk;
  const size = Math.min(Math.max(wanted, smallestChunk), largestChunkBytes);
  const remaining = subtractRanges(ranges, journal);
  return {
    chunks: splitRanges(remaining, size),
    journalEvery: Math.max(2 * size, Math.floor(totalBytes / 256)),
    totalBytes,
    doneBytes: totalBytes - countBytes(remaining),
  };
}
