import { condition } from '@temporalio/workflow';
import type { GoLiveState } from '../../domain/publication/status';
import type { PublicationRun } from '../run';
import { now } from '../run';
import { remindAgainAt } from './remind-again';
import type { Stage } from './stage';

/**
 * Waits for the publisher, days or months: go-live at once, or at a date that is accepted now and comes later.
 * A cancel arrives as a cancellation of the story's scope.
 */
export const signOff: Stage = async (run, step) => {
  run.step(step.id, 'waitingForPublisherReview');
  run.say('signOff.waiting');
  run.record();
  const reminderEveryMs = run.status.pipeline?.patience.signOffReminderEveryMs ?? 0;
  let remindAt = Date.parse(now()) + reminderEveryMs;
  for (let reminders = 0; !run.status.goLive.approved;) {
    await condition(waitsOtherwise(run), pauseUntil(run, remindAt), {
      summary: 'Waiting for go-live or cancel',
    });
    if (isDue(run)) run.emit([{ kind: 'goLiveApproved' }]);
    if (!run.status.goLive.approved && Date.parse(now()) >= remindAt) {
      remindAt = remindAgainAt(remindAt, reminderEveryMs);
      run.say('signOff.reminded', { number: ++reminders });
      run.mailbox.send('signOffReminder', step.id);
      run.record();
    }
  }
  // Where reviewers come next, their approval is what sends it to production.
  if (!isReviewedAfter(run, step.id)) run.mailbox.send('goLiveApproved', step.id);
  return undefined;
};

function isReviewedAfter({ status }: PublicationRun, id: string): boolean {
  const steps = status.pipeline?.steps ?? [];
  const later = steps.slice(steps.findIndex((step) => step.id === id) + 1);
  return later.some(({ stages }) => stages.includes('review'));
}

/** True once the wait has to be thought over: approved, or the schedule is another than when the wait began. */
function waitsOtherwise(run: PublicationRun): () => boolean {
  const before = scheduledFor(run);
  return () => run.status.goLive.approved || scheduledFor(run) !== before;
}

function pauseUntil(run: PublicationRun, remindAt: number): number {
  const scheduled = scheduledFor(run);
  const next = scheduled === undefined ? remindAt : Math.min(remindAt, Date.parse(scheduled));
  return Math.max(next - Date.parse(now()), 1);
}

/** The date of a go-live that has all its votes; undefined while there is none. */
function scheduledFor(run: PublicationRun): string | undefined {
  const { votes, notBefore }: GoLiveState = run.status.goLive;
  return votes.length >= (run.status.pipeline?.votes ?? 1) ? notBefore : undefined;
}

function isDue(run: PublicationRun): boolean {
  const scheduled = scheduledFor(run);
  return scheduled !== undefined && !run.status.goLive.approved && scheduled <= now();
}
