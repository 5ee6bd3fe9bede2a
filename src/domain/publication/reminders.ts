/** When to remind again, of a wait that a reminder was due for at `dueMs`. What was missed meanwhile is not made up for. */
export function nextReminder(dueMs: number, nowMs: number, everyMs: number): number {
  const next = dueMs + everyMs;
  return next > nowMs ? next : nowMs + everyMs;
}
