import fc from 'fast-check';
import type { PageRange } from '../../../src/domain/replication/page-ranges';
import { openRangeList, swallowGaps } from '../../../src/domain/replication/range-list';

/** Ranges in order, with gaps between them. */
const someRanges = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 500_000 }), fc.integer({ min: 1, max: 300_000 })), {
    maxLength: 60,
  })
  .map((steps) => {
    let position = 0;
    return steps.map(([gap, length]): PageRange => {
      const start = position + gap;
      position = start + length;
      return { start, end: position };
    });
  });

function listOf(ranges: readonly PageRange[], most?: number): readonly PageRange[] {
  const list = openRangeList(most);
  ranges.forEach(({ start, end }) => list.add(start, end));
  return list.ranges();
}

describe('openRangeList', () => {
  it('joins ranges that touch and drops empty ones', () => {
    const ranges = listOf([
      { start: 0, end: 512 },
      { start: 512, end: 1024 },
      { start: 2048, end: 2048 },
      { start: 4096, end: 5120 },
    ]);

    expect(ranges).toEqual([
      { start: 0, end: 1024 },
      { start: 4096, end: 5120 },
    ]);
  });

  it('never grows beyond its limit, and never loses a byte', () => {
    fc.assert(
      fc.property(someRanges, fc.integer({ min: 1, max: 10 }), (ranges, most) => {
        const list = listOf(ranges, most);

        expect(list.length).toBeLessThanOrEqual(most);
        const covers = ({ start, end }: PageRange): boolean =>
          list.some((range) => range.start <= start && end <= range.end);
        expect(ranges.every(covers)).toBe(true);
        expect([...list].sort((one, other) => one.start - other.start)).toEqual(list);
      }),
    );
  });
});

it('swallowGaps counts short gaps as data and keeps long ones', () => {
  const ranges = swallowGaps(
    [
      { start: 0, end: 10 },
      { start: 15, end: 20 },
      { start: 26, end: 30 },
    ],
    5,
  );

  expect(ranges).toEqual([
    { start: 0, end: 20 },
    { start: 26, end: 30 },
  ]);
});
