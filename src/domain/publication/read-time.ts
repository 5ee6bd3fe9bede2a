const pattern = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A moment as people and programs must give it: ISO 8601 with a zone, e.g. `2027-01-31T09:00:00Z`. Anything looser
 * would be read differently on each machine, or turn a typing error into a date in the past.
 * @returns the same moment in UTC, or undefined
 */
export function readTime(value: unknown): string | undefined {
  const parts = typeof value === 'string' ? pattern.exec(value) : null;
  if (parts === null) return undefined;
  const [text = '', year = '', month = '', day = ''] = parts;
  const time = Date.parse(text);
  if (Number.isNaN(time) || Number(day) > daysIn(Number(year), Number(month))) return undefined;
  return new Date(time).toISOString();
}

/** Month from 1; the day before the first of the next month is its last. */
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
