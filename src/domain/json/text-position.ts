/** As editors count: both begin with 1, columns in UTF-16 units. */
export type TextPosition = { readonly line: number; readonly column: number };

/** Offsets at which the lines of a text begin; lines end with `\n`, `\r\n` or, in very old files, `\r` alone. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  const onlyOld = text.includes('\r') && !text.includes('\n');
  const end = onlyOld ? '\r' : '\n';
  for (let at = text.indexOf(end); at !== -1; at = text.indexOf(end, at + 1)) starts.push(at + 1);
  return starts;
}

export function positionOf(lineStarts: readonly number[], offset: number): TextPosition {
  const line = lastNotAfter(lineStarts, offset);
  return { line: line + 1, column: offset - (lineStarts[line] ?? 0) + 1 };
}

/** Index of the last start at or before the offset. */
function lastNotAfter(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
