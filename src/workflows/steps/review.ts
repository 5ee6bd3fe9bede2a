import { condition, patched } from '@temporalio/workflow';
import type { PipelineStep, ReviewTerms } from '../../domain/publication/pipeline';
import type { ReviewDecision } from '../../domain/publication/status';
import { control } from '../activity-proxies';
import type { PublicationRun } from '../run';
import { now } from '../run';
import { endReviewBeside, endReviewInTurn } from './end-review';
import { remindAgainAt } from './remind-again';
import { patience, type Stage, waitedFor } from './stage';

/**
 * Reviewers look at what would go live. After an approval the story goes on; a request for changes ends the
 * publication, because what was reviewed is what goes live.
 */
export const review: Stage = async (run, step) => {
  await openWorkItem(run, step);
  run.mailbox.send('reviewStarted', step.id);
  run.record();
  if ((await reviewersDecision(run, step)) === 'approve') {
    run.mailbox.send('reviewApproved', step.id);
    return undefined;
  }
  run.step(step.id, 'rejected');
  run.mailbox.send('changesRequested', step.id);
  return { outcome: 'rejected' };
};

/** Nobody can decide before there is something to decide about: only from here on the step waits for approval. */
export async function openWorkItem(run: PublicationRun, step: PipelineStep): Promise<void> {
  const { workItem } = await control.openReview.executeWithOptions(
    {
      ...patience(step),
      ...waitedFor(run),
      activityId: `open-review.${step.id}`,
      summary: 'Give reviewers a work item',
    },
    [{ ...run.ref, step: step.id, signedOffBy: run.status.goLive.votes }],
  );
  run.stopIfCanceled();
  run.emit([
    { kind: 'reviewOpened', step: step.id, workItem },
    { kind: 'stepChanged', step: step.id, status: 'waitingForApproval' },
  ]);
  run.say('review.waiting', { id: workItem.id });
}

/** Waits as long as it takes; reviewers are reminded, and once it has taken too long an operator hears of it. */
export async function reviewersDecision(run: PublicationRun, step: PipelineStep): Promise<ReviewDecision> {
  const terms = run.status.pipeline?.review;
  if (terms === undefined) await condition(isDecided(run, step));
  else await remindUntilDecided(run, step, terms);
  const { decision = 'requestChanges', actor = '' } = run.status.review ?? {};
  const decided = { ...run.ref, step: step.id, decision, actor };
  if (!patched('board-closed-beside')) {
    await endReviewInTurn(run, decided);
    return decision;
  }
  endReviewBeside(run, decided);
  // What else the step holds is work again.
  if (decision === 'approve') run.step(step.id, 'inProgress');
  return decision;
}

async function remindUntilDecided(
  run: PublicationRun,
  step: PipelineStep,
  { reminderEveryMs, escalationAfterMs }: ReviewTerms,
): Promise<void> {
  const began = Date.parse(now());
  let remindAt = began + reminderEveryMs;
  let escalateAt = began + escalationAfterMs;
  for (let reminders = 0; !isDecided(run, step)();) {
    const pause = Math.min(remindAt, escalateAt) - Date.parse(now());
    await condition(isDecided(run, step), Math.max(pause, 1), { summary: 'Waiting for reviewDecision' });
    if (isDecided(run, step)()) return;
    if (Date.parse(now()) >= escalateAt) {
      escalateAt = Infinity;
      run.mailbox.send('reviewEscalation', step.id);
    }
    if (Date.parse(now()) >= remindAt) {
      remindAt = remindAgainAt(remindAt, reminderEveryMs);
      run.say('review.reminded', { number: ++reminders });
      run.mailbox.send('reviewReminder', step.id);
      run.record();
    }
  }
}

const isDecided =
  (run: PublicationRun, { id }: PipelineStep) =>
  (): boolean =>
    run.status.review?.step === id;
