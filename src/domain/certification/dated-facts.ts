import { supportOf } from './rules/guest/supported-versions';
import type { GuestFacts } from './guest-facts-schema';
import { validUntil } from './report-validity';

const dayMs = 24 * 3_600_000;

/** The earlier of how long a report is believed and the first day on which one of its answers would be another. */
export function guestReportValidUntil(judgedAt: Date, guest: GuestFacts): Date {
  const changes = datedFacts(guest)
    .map((day) => new Date(day))
    .filter((day) => day > judgedAt);
  return new Date(Math.min(...[validUntil(judgedAt), ...changes].map((day) => day.getTime())));
}

/** How long before the end of its support a system is warned about. */
export const warnedDays = 90;

/** Days, ISO, from whose beginning on a rule says something else about the same guest. */
export function datedFacts({ system }: GuestFacts): readonly string[] {
  const support =
    system.kind === 'linux' && system.os ? supportOf(system.os.id, system.os.versionId) : undefined;
  return support ? [daysBefore(support.until, warnedDays), daysBefore(support.until, -1)] : [];
}

/** `2026-08-31` and 1 give `2026-08-30`. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * dayMs).toISOString().slice(0, 10);
}
