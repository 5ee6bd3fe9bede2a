const pattern = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A moment as people and programs must give it: ISO 8601 with a zone, e.g. `2027-01-31T09:00:00Z`. Anything looser
 * would be read differently on each machine, or turn a typing error into a date in the past.
 * @returns the same moment in UTC with a year of four digits, so that such texts sort by time; or undefined
 */
export function readTime(value: unknown): string | undefined {
  const parts = typeof value === 'string' ? pattern.exec(value) : null;
  if (parts === null) return undefined;
  const [text = '', year = '', month = '', day = ''] = parts;
  const time = Date.parse(text);
  if (Number.isNaN(time) || Number(day) > daysIn(Number(year), Number(month))) return undefined;
  const inUtc = new Date(time).toISOString();
  // A zone can carry the first and last hours of all into a year that is written with a sign and six digits.
  return /^\d/.test(inUtc) ? inUtc : undefined;
}

/** Month from 1; the day before the first of the next month is its last. */
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
