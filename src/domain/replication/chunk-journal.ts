import { type PageRange, mergeRanges } from './page-ranges';

/**
 * The journal with the finished ranges added. It also swallows the gaps between them that hold no data, so that it
 * stays a handful of ranges however scattered the image is.
 */
export function addToJournal(
  journal: readonly PageRange[],
  finished: readonly PageRange[],
  data: readonly PageRange[],
): readonly PageRange[] {
  const compact: PageRange[] = [];
  for (const range of mergeRanges([...journal, ...finished])) {
    const last = compact.at(-1);
    const apart = last && data.some(({ start, end }) => start < range.start && end > last.end);
    if (last === undefined || apart) compact.push(range);
    else compact[compact.length - 1] = { start: last.start, end: range.end };
  }
  return compact;
}
