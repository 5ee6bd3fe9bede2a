import * as fc from 'fast-check';
import {
  countBytes,
  mergeRanges,
  type PageRange,
  splitRanges,
  subtractRanges,
} from '../../../src/domain/replication/page-ranges';
import { pagesOf, someRanges } from './some-ranges';

const ranges = (...pairs: readonly (readonly [number, number])[]): readonly PageRange[] =>
  pairs.map(([start, end]) => ({ start: start * 512, end: end * 512 }));

describe('mergeRanges', () => {
  it.each([
    ['nothing', [], []],
    ['touching neighbours', ranges([4, 6], [0, 4]), ranges([0, 6])],
    ['overlaps', ranges([0, 5], [3, 8], [4, 5]), ranges([0, 8])],
    ['empty ranges', ranges([3, 3], [5, 6]), ranges([5, 6])],
    ['gaps, which stay', ranges([8, 9], [0, 1]), ranges([0, 1], [8, 9])],
  ])('normalises %s', (_, given, expected) => {
    expect(mergeRanges(given)).toEqual(expected);
  });

  it('keeps exactly the same pages, sorted and apart', () => {
    fc.assert(
      fc.property(someRanges, (given) => {
        const merged = mergeRanges(given);

        expect(pagesOf(merged)).toEqual(pagesOf(given));
        expect(merged.every(({ start }, at) => at === 0 || start > (merged[at - 1]?.end ?? 0))).toBe(true);
      }),
    );
  });
});

describe('subtractRanges', () => {
  it.each([
    { what: 'a hole in the middle', taken: ranges([3, 5]), left: ranges([0, 3], [5, 10]) },
    { what: 'both ends', taken: ranges([-1, 4], [8, 20]), left: ranges([4, 8]) },
    { what: 'all of it', taken: ranges([0, 20]), left: [] },
    { what: 'nothing', taken: ranges([10, 12], [-2, 0]), left: ranges([0, 10]) },
  ])('takes away $what', ({ taken, left }) => {
    expect(subtractRanges(ranges([0, 10]), taken)).toEqual(left);
  });

  it('leaves the pages of the first set that are not in the second', () => {
    fc.assert(
      fc.property(someRanges, someRanges, (given, taken) => {
        const left = pagesOf(subtractRanges(given, taken));

        const without = pagesOf(taken);
        expect([...left]).toEqual([...pagesOf(given)].filter((page) => !without.has(page)));
      }),
    );
  });
});

describe('splitRanges', () => {
  it('cuts into pieces that are never longer than asked and lose nothing', () => {
    fc.assert(
      fc.property(someRanges, fc.integer({ min: 1, max: 9 }), (given, pages) => {
        const merged = mergeRanges(given);

        const pieces = splitRanges(merged, pages * 512);

        expect(pieces.every(({ start, end }) => start < end && end - start <= pages * 512)).toBe(true);
        expect(mergeRanges(pieces)).toEqual(merged);
        expect(countBytes(pieces)).toBe(countBytes(merged));
      }),
    );
  });
});
