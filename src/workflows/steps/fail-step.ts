import type { ActivityFailure } from '@temporalio/workflow';
import type { MailEvent, StepVerdict } from '../../activities/contract';
import { currentStepOf } from '../../domain/publication/current-step';
import { causeOf, dependencyFinding, isOwnFault, ownFaultFinding, reasonOf } from '../failures';
import type { PublicationRun } from '../run';
import type { StoryEnd } from './stage';

/** An activity gave up: a dependency that stayed away blocks the step, our own fault goes to an operator. */
export function failStep(run: PublicationRun, failure: ActivityFailure): StoryEnd {
  const isOurs = isOwnFault(failure);
  const findings = [isOurs ? ownFaultFinding(failure) : dependencyFinding(failure)];
  run.block(findings);
  const step = currentStepOf(run.status);
  if (isOurs) {
    const cause = causeOf(failure);
    run.tellOperator('failure.ownCause', { cause });
    run.mailbox.send('ownFailure', step, cause);
  } else run.mailbox.send('stepFailed', step);
  const end = { outcome: 'failed' as const, findings, findingCount: findings.length };
  return isOurs ? { ...end, ownFault: reasonOf(failure) } : end;
}

/** Findings that the publisher has to resolve: shown beside the step and mailed, all of them. */
export function blockStep(run: PublicationRun, verdict: StepVerdict, mail: MailEvent): StoryEnd {
  const { findings, findingCount, reportId } = verdict;
  run.block(findings, reportId);
  run.mailbox.send(mail, currentStepOf(run.status));
  return { outcome: 'failed', findings, findingCount, ...(reportId === undefined ? {} : { reportId }) };
}
