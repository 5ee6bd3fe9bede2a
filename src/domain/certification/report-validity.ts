const dayMs = 24 * 3_600_000;

/** How long a report is believed. Afterwards the same bytes are judged again: what passed once may be unsafe now. */
export const reportValidityDays = 90;

export function validUntil(judgedAt: Date): Date {
  return new Date(judgedAt.getTime() + reportValidityDays * dayMs);
}
