import type { PublicationStatus, StepState } from '../publication/status';
import type { Finding } from './finding';
import type { CertifiedPart } from './report/certified-part';
import { documentPart } from './report/compose-report';

/** A person reads no more at once; the report holds all. */
const mostShown = 50;

/** A step that passed says nothing of its warnings: only what was kept as evidence tells them. */
export function passedSilently({ status, findings }: StepState): boolean {
  return status === 'complete' && findings.length === 0;
}

/** The steps with the warnings that let them pass, from what is kept of the publication's inputs. */
export function withWarnings(
  { steps, pipeline }: Pick<PublicationStatus, 'steps' | 'pipeline'>,
  parts: readonly CertifiedPart[],
): readonly StepState[] {
  return steps.map((step) => {
    if (!passedSilently(step)) return step;
    const own = partsOfStep(step, pipeline, parts);
    return { ...step, findings: own.flatMap(warningsIn).slice(0, mostShown) };
  });
}

/** What a step judged: the document, or disks and packages. */
export function partsOfStep(
  { id }: Pick<StepState, 'id'>,
  pipeline: PublicationStatus['pipeline'],
  parts: readonly CertifiedPart[],
): readonly CertifiedPart[] {
  const stages = pipeline?.steps.find((step) => step.id === id)?.stages ?? [];
  return parts.filter(({ name }) => stages.includes(name === documentPart ? 'validate' : 'certify'));
}

/** With the plan of the disk or package, which does not know whose it is. */
function warningsIn({ plan, findings }: CertifiedPart): readonly Finding[] {
  return findings
    .filter(({ severity }) => severity === 'warning')
    .map((finding) => ({
      ...finding,
      target: { ...(plan === null ? {} : { plan }), ...finding.target },
    }));
}
