import { allFindings } from '../../domain/certification/all-findings';
import { passedSilently, withWarnings } from '../../domain/certification/warnings-of-a-pass';
import { linksNow } from '../../domain/product-page/storefront-links';
import type { PublicationStatus, StepState } from '../../domain/publication/status';
import { markUnverified, namesActors } from '../../domain/publication/unverified';
import type { Certifications } from '../../services/ports';
import type { AppDeps } from '../deps';

/**
 * A publication as people read it: all findings of its reports, warnings of what passed, links that work today, claims of raw
 * signals marked. `read` are its certified parts, where somebody has asked for them already.
 */
export async function fullStatus(
  { catalogue, settings }: AppDeps,
  status: PublicationStatus,
  read?: ReturnType<Certifications['partsOf']>,
): Promise<PublicationStatus> {
  const { operations, certifications } = catalogue;
  const [actors, parts, reported] = await Promise.all([
    namesActors(status) ? operations.actorsOf([status.publicationId]) : new Map<string, string>(),
    status.steps.some(passedSilently) ? (read ?? certifications.partsOf(status.publicationId)) : [],
    Promise.all(status.steps.map((step) => withReport(catalogue, step))),
  ]);
  const steps = withWarnings({ ...status, steps: reported }, parts);
  return markUnverified({ ...status, ...linksNow(settings.publicUrl, status), steps }, actors);
}

/** A passed step shows no findings, and its report is not asked for. */
async function withReport({ reports }: AppDeps['catalogue'], step: StepState): Promise<StepState> {
  if (step.reportId === undefined || step.findings.length === 0) return step;
  const report = await reports.find(step.reportId);
  return { ...step, findings: allFindings(step.findings, report?.findings) };
}
