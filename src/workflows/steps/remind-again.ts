import { patched } from '@temporalio/workflow';
import { nextReminder } from '../../domain/publication/reminders';
import { now } from '../run';

/** The same for a run: earlier releases made up for every reminder that an outage of the workers had kept back. */
export function remindAgainAt(dueMs: number, everyMs: number): number {
  const turn = dueMs + everyMs;
  const next = nextReminder(dueMs, Date.parse(now()), everyMs);
  // Asked only where it makes a difference, so that other runs carry no marker.
  return next !== turn && patched('missed-reminders-dropped') ? next : turn;
}
