import { condition, patched } from '@temporalio/workflow';
import type { CertificationResult } from '../../activities/contract';
import type { Verdict } from '../../domain/certification/finding';
import type { PublicationFact } from '../../domain/publication/events';
import type { PipelineStep } from '../../domain/publication/pipelines';
import { travelling } from '../../domain/certification/step-verdict';
import { images } from '../activity-proxies';
import type { PublicationRun } from '../run';
import { allStopped } from './all-stopped';
import { blockStep } from './fail-step';
import { openWorkItem, reviewersDecision } from './review';
import { onImages, type Stage } from './stage';

/** Every artefact is read once, by its own activity; the worst verdict is the step's. */
export const certify: Stage = async (run, step) => {
  const results = await allStopped(
    run.work.artefacts.map((artefact) =>
      images.certify.executeWithOptions(
        {
          ...onImages(step),
          activityId: `certify.${artefact.artefactId}`,
          summary: `Read and judge ${artefact.artefactId}`,
        },
        [{ ...run.ref, artefact }],
      ),
    ),
  );
  run.work.digests = [...new Set(results.flatMap(({ digest }) => (digest === undefined ? [] : [digest])))];
  for (const result of results) report(run, step, result);
  const verdict = merge(results.filter(({ approval }) => approval === undefined));
  if (verdict.verdict === 'failed') return blockStep(run, verdict, 'certificationFailed');
  return verdict.verdict === 'reviewRequired' ? awaitReviewer(run, step, verdict) : undefined;
};

function report(
  run: PublicationRun,
  step: PipelineStep,
  { artefactId: artefact, digest = '', foundFrom, verdict, approval, ...judged }: CertificationResult,
): void {
  if (approval !== undefined) {
    run.emit([findingsOf(step, judged)]);
    run.say('certification.exceptionStands', { artefact, ...approval });
  }
  if (verdict !== 'passed') return;
  if (foundFrom === undefined) run.say('certification.certified', { artefact, digest });
  else run.say('certification.found', { artefact, since: foundFrom });
}

function merge(results: readonly CertificationResult[]): CertificationResult {
  const worst = results.toSorted((a, b) => severity[b.verdict] - severity[a.verdict])[0];
  return {
    artefactId: '',
    verdict: worst?.verdict ?? 'passed',
    findings: travelling(results.flatMap(({ findings }) => findings)),
    findingCount: results.reduce((sum, { findingCount }) => sum + findingCount, 0),
    ...(worst?.reportId === undefined ? {} : { reportId: worst.reportId }),
  };
}

const findingsOf = (
  step: PipelineStep,
  { findings, reportId }: Pick<CertificationResult, 'findings' | 'reportId'>,
): PublicationFact => ({
  kind: 'findingsReported',
  step: step.id,
  findings,
  ...(reportId === undefined ? {} : { reportId }),
});

const severity: Readonly<Record<Verdict, number>> = { passed: 0, reviewRequired: 1, failed: 2 };

/** What no rule could answer waits for a person; approval is an exception that stands in the log. */
async function awaitReviewer(
  run: PublicationRun,
  step: PipelineStep,
  verdict: CertificationResult,
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
