import type { PageRange } from './page-ranges';

/** A list of ranges that stays short however scattered the data is. */
export type RangeList = {
  /** The next range, at or after the end of the one before. */
  add: (start: number, end: number) => void;
  ranges: () => readonly PageRange[];
};

const mostRanges = 16_384;
const firstGap = 64 * 1024;

/**
 * Ranges that touch become one. When there are too many, the smallest gaps are swallowed, again and again:
 * "may hold data" stays true, and neither memory nor the catalogue's row grows with the image.
 */
export function openRangeList(most: number = mostRanges): RangeList {
  let list: PageRange[] = [];
  let swallowed = 0;
  return {
    add(start, end) {
      if (end <= start) return;
      const last = list.at(-1);
      if (last && start - last.end <= swallowed) list[list.length - 1] = { start: last.start, end };
      else list.push({ start, end });
      while (list.length > most) {
        swallowed = Math.max(firstGap, swallowed * 2);
        list = swallowGaps(list, swallowed);
      }
    },
    ranges: () => list,
  };
}

/** The ranges, which are in order, with gaps of up to `gap` bytes between them counted as data. */
export function swallowGaps(ranges: readonly PageRange[], gap: number): PageRange[] {
  const joined: PageRange[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    if (last && range.start - last.end <= gap)
      joined[joined.length - 1] = { start: last.start, end: range.end };
    else joined.push(range);
  }
  return joined;
}
