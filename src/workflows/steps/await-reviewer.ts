import { condition, patched } from '@temporalio/workflow';
import type { StepVerdict } from '../../activities/contract';
import type { PublicationFact } from '../../domain/publication/events';
import type { PipelineStep } from '../../domain/publication/pipeline';
import type { PublicationRun } from '../run';
import { openWorkItem, reviewersDecision } from './review';
import type { Stage } from './stage';

/** What no rule could answer waits for a person; approval is an exception that stands in the log. */
export async function awaitReviewer(
  run: PublicationRun,
  step: PipelineStep,
  verdict: StepVerdict,
): ReturnType<Stage> {
  const { findings, findingCount, reportId } = verdict;
  const hasWorkItem = patched('work-item-for-findings');
  const isMailed = patched('mails-about-findings');
  run.emit([findingsOf(step, verdict)]);
  if (hasWorkItem) await openWorkItem(run, step);
  else run.step(step.id, 'waitingForApproval');
  run.say('certification.awaitsReview', { count: findingCount }, 'warning');
  if (isMailed) run.mailbox.send('findingsInReview', step.id);
  run.record();
  if (hasWorkItem) await reviewersDecision(run, step);
  else await condition(() => run.status.review?.step === step.id);
  if (run.status.review?.decision === 'approve') {
    run.say('certification.exceptionApproved', { actor: run.status.review.actor });
    if (isMailed) run.mailbox.send('findingsApproved', step.id);
    return undefined;
  }
  run.step(step.id, 'rejected');
  run.mailbox.send('changesRequested', step.id);
  return { outcome: 'rejected', findings, findingCount, ...(reportId === undefined ? {} : { reportId }) };
}

export const findingsOf = (
  step: PipelineStep,
  { findings, reportId }: Pick<StepVerdict, 'findings' | 'reportId'>,
): PublicationFact => ({
  kind: 'findingsReported',
  step: step.id,
  findings,
  ...(reportId === undefined ? {} : { reportId }),
});
