import type { PublicationStatus } from './status';
import { waitingOf } from './waiting';

const hourMs = 3_600_000;

/** The step that works longer than its published estimate; waiting for people is never overdue. */
export function overdueStep(status: PublicationStatus, now: Date): string | undefined {
  if (waitingOf(status) !== undefined) return undefined;
  return status.steps.find(({ id, status: stepStatus, startedAt }) => {
    const estimate = status.pipeline?.steps.find((step) => step.id === id)?.estimateHours ?? 0;
    if (stepStatus !== 'inProgress' || startedAt === undefined || estimate === 0) return false;
    return now.getTime() - Date.parse(startedAt) > estimate * hourMs;
  })?.id;
}
