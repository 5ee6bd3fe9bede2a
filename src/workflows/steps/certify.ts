import type { CertificationResult } from '../../activities/contract';
import type { Verdict } from '../../domain/certification/finding';
import { travelling } from '../../domain/certification/step-verdict';
import type { PipelineStep } from '../../domain/publication/pipeline';
import { images } from '../activity-proxies';
import type { PublicationRun } from '../run';
import { allStopped } from './all-stopped';
import { awaitReviewer, findingsOf } from './await-reviewer';
import { blockStep } from './fail-step';
import { onImages, type Stage } from './stage';

/** Every artefact is read once, by its own activity; the worst verdict is the step's. */
export const certify: Stage = async (run, step) => {
  const results = await allStopped(
    run,
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

const severity: Readonly<Record<Verdict, number>> = { passed: 0, reviewRequired: 1, failed: 2 };
