import { allFindings } from '../domain/certification/all-findings';
import { linksNow } from '../domain/product-page/storefront-links';
import type { PublicationStatus, StepState } from '../domain/publication/status';
import { markUnverified } from '../domain/publication/unverified';
import type { AppDeps } from './deps';

/** A publication as people read it: all findings of its reports, links that work today, claims of raw signals marked. */
export async function fullStatus(
  { catalogue, settings }: AppDeps,
  status: PublicationStatus,
): Promise<PublicationStatus> {
  const [actors, steps] = await Promise.all([
    catalogue.operations.actorsOf([status.publicationId]),
    Promise.all(status.steps.map((step) => withReport(catalogue, step))),
  ]);
  return markUnverified({ ...status, ...linksNow(settings.publicUrl, status), steps }, actors);
}

/** A passed step shows no findings, and its report is not asked for. */
async function withReport({ reports }: AppDeps['catalogue'], step: StepState): Promise<StepState> {
  if (step.reportId === undefined || step.findings.length === 0) return step;
  const report = await reports.find(step.reportId);
  return { ...step, findings: allFindings(step.findings, report?.findings) };
}
