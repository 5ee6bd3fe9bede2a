/** With it a region's line fits into a terminal of 100 columns, below its step. */
const width = 10;

/** `████░░░░░░` for 40 %. */
export function bar(percent: number): string {
  const full = Math.round((Math.min(Math.max(percent, 0), 100) * width) / 100);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
}
