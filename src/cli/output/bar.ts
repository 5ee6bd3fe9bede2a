const width = 20;

/** `████████░░░░░░░░░░░░` for 40 %. */
export function bar(percent: number): string {
  const full = Math.round((Math.min(Math.max(percent, 0), 100) * width) / 100);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
}
