/** The earliest of some ISO times, as `toISOString` writes it; undefined of none. */
export function earliest(times: readonly string[]): string | undefined {
  return times.length === 0 ? undefined : new Date(Math.min(...times.map(Date.parse))).toISOString();
}
