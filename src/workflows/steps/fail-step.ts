import type { StepVerdict } from '../../activities/contract';
import type { MailEvent } from '../../activities/contract';
import { currentStepOf } from '../../domain/publication/current-step';
import { dependencyFinding, isOwnFault, reasonOf } from '../failures';
import type { PublicationRun } from '../run';
import type { StoryEnd } from './stage';

/** An activity gave up: a dependency that stayed away blocks the step, our own fault goes to an operator. */
export function failStep(run: PublicationRun, failure: unknown): StoryEnd {
  const findings = [dependencyFinding(failure)];
  run.block(findings);
  if (!isOwnFault(failure)) {
    run.mailbox.send('stepFailed', currentStepOf(run.status));
    return { outcome: 'failed', findings, findingCount: findings.length };
  }
  run.mailbox.send('ownFailure', currentStepOf(run.status));
  return { outcome: 'failed', findings, findingCount: findings.length, ownFault: reasonOf(failure) };
}

/** Findings that the publisher has to resolve: shown beside the step and mailed, all of them. */
export function blockStep(run: PublicationRun, verdict: StepVerdict, mail: MailEvent): StoryEnd {
  const { findings, findingCount, reportId } = verdict;
  run.block(findings, reportId);
  run.mailbox.send(mail, currentStepOf(run.status));
  return { outcome: 'failed', findings, findingCount, ...(reportId === undefined ? {} : { reportId }) };
}
