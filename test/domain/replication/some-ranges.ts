import * as fc from 'fast-check';
import type { PageRange } from '../../../src/domain/replication/page-ranges';

const someRange = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 }))
  .map(([start, pages]): PageRange => ({ start: start * 512, end: (start + pages) * 512 }));

/** Any ranges of a small image: unsorted, overlapping, empty. */
export const someRanges: fc.Arbitrary<readonly PageRange[]> = fc.array(someRange, { maxLength: 8 });

/** The numbers of the 512-byte pages, in order. */
export function pagesOf(ranges: readonly PageRange[]): ReadonlySet<number> {
  const pages = ranges.flatMap(({ start, end }) =>
    Array.from({ length: (end - start) / 512 }, (_, page) => start / 512 + page),
  );
  return new Set(pages.sort((a, b) => a - b));
}
