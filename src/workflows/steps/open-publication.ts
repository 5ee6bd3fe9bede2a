import { patched, workflowInfo } from '@temporalio/workflow';
import type { Finding } from '../../domain/certification/finding';
import { workflowIdOf } from '../../domain/offer/ids';
import { control } from '../activity-proxies';
import type { PublicationInput } from '../input';
import type { PublicationRun } from '../run';
import { blockStep } from './fail-step';
import { type StoryEnd, waitedFor } from './stage';

/** Freezes the version and chooses the pipeline. A run under a foreign id ends before any effect. */
export async function openPublication(
  run: PublicationRun,
  { offerVersion, draftEtag, language }: PublicationInput,
): Promise<StoryEnd | undefined> {
  const { publicationId, publisherId, offerId, requestedBy } = run.status;
  const { workflowId, runId, firstExecutionRunId: firstRunId } = workflowInfo();
  const expected = workflowIdOf({ publisherId, offerId });
  if (workflowId !== expected) return refuse(run, [foreignId(workflowId, expected)]);
  const opened = await control.openPublication.executeWithOptions(
    { ...waitedFor(run), activityId: 'open', summary: 'Freeze the offer version and open the log' },
    [
      {
        publicationId,
        publisherId,
        offerId,
        runId,
        firstRunId,
        ...(language === undefined ? {} : { language }),
        ...(draftEtag === undefined ? {} : { draftEtag }),
        ...(offerVersion === undefined ? {} : { offerVersion }),
        ...(requestedBy === null ? {} : { requestedBy }),
      },
    ],
  );
  if (opened.kind === 'refused') return refuse(run, opened.findings);
  run.opened(opened);
  return undefined;
}

function refuse(run: PublicationRun, findings: readonly Finding[]): StoryEnd {
  const mail = patched('start-refused-mail') ? 'startRefused' : 'validationFailed';
  return blockStep(run, { verdict: 'failed', findings, findingCount: findings.length }, mail);
}

function foreignId(workflowId: string, expected: string): Finding {
  return {
    ruleId: 'publication.foreign-workflow-id',
    severity: 'error',
    params: { workflowId: workflowId.slice(0, 200), expected },
    target: {},
    expected,
    actual: workflowId.slice(0, 200),
  };
}
