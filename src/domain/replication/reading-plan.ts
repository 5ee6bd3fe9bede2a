import type { PageRange } from './page-ranges';
import { swallowGaps } from './range-list';

/** One piece of an image in order: to be fetched, or known to be zero. */
export type Piece = PageRange & { readonly holdsData: boolean };

/** A request costs as much as this many bytes; shorter gaps are read along. */
const cheapGap = 16 * 1024;

/** Zeros cost no traffic, but time to hash: so many at once, then a sign of life. */
const mostZeros = 64 * 1024 * 1024;

/** Every byte from 0 to `bytes`, in order, each exactly once; data in pieces of at most `largest` bytes. */
export function* readingPlan(bytes: number, data: readonly PageRange[], largest: number): Generator<Piece> {
  let position = 0;
  for (const { start, end } of swallowGaps(data, cheapGap)) {
    yield* cut({ start: position, end: start, holdsData: false }, mostZeros);
    yield* cut({ start, end, holdsData: true }, largest);
    position = end;
  }
  yield* cut({ start: position, end: bytes, holdsData: false }, mostZeros);
}

function* cut({ start, end, holdsData }: Piece, largest: number): Generator<Piece> {
  for (let from = start; from < end; from += largest) {
    yield { start: from, end: Math.min(from + largest, end), holdsData };
  }
}
