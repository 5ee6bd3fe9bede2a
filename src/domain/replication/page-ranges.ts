/** A run of bytes that may hold data: `[start, end)`, both multiples of 512. */
export type PageRange = { readonly start: number; readonly end: number };

export const pageBytes = 512;

/** The same bytes as a sorted list without overlaps, touching neighbours or empty ranges. */
export function mergeRanges(ranges: readonly PageRange[]): readonly PageRange[] {
  const merged: PageRange[] = [];
  for (const range of ranges.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || last.end < range.start) merged.push({ start: range.start, end: range.end });
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return merged;
}

/** What of `ranges` is not in `taken`. */
export function subtractRanges(
  ranges: readonly PageRange[],
  taken: readonly PageRange[],
): readonly PageRange[] {
  return mergeRanges(taken).reduce(
    (left, hole) => left.flatMap((range) => cutOut(range, hole)),
    mergeRanges(ranges),
  );
}

function cutOut(range: PageRange, hole: PageRange): readonly PageRange[] {
  if (hole.end <= range.start || range.end <= hole.start) return [range];
  const before = { start: range.start, end: hole.start };
  const after = { start: hole.end, end: range.end };
  return [before, after].filter(({ start, end }) => start < end);
}

/** Cuts each range into pieces of at most `size` bytes. */
export function splitRanges(ranges: readonly PageRange[], size: number): readonly PageRange[] {
  return ranges.flatMap(({ start, end }) =>
    Array.from({ length: Math.ceil((end - start) / size) }, (_, piece) => ({
      start: start + piece * size,
      end: Math.min(start + (piece + 1) * size, end),
    })),
  );
}

/** Bytes in ranges that do not overlap. */
export function countBytes(ranges: readonly PageRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}
