import type { ApplicationFailure } from '@temporalio/activity';
import { packageContentSchema } from '../domain/certification/package-content-schema';
import { artefactsOf } from '../domain/offer/artefacts';
import type { CertifiedArtefact } from '../domain/product-page/product-page';
import { standingApproval } from '../domain/review/standing-approval';
import type { Artefacts, OfferVersionRecord, PublicationLog, Reports, Reviews } from '../services/ports';
import { permanentFailure } from './permanent-failure';

export type CertificationRecords = {
  readonly artefacts: Pick<Artefacts, 'bindings' | 'find'>;
  readonly reports: Pick<Reports, 'find'>;
  readonly publications: Pick<PublicationLog, 'find'>;
  readonly reviews: Pick<Reviews, 'listOf'>;
};

/**
 * What every artefact of the version turned out to be, by artefact id. Refuses to go on when one of them has no
 * passed report for exactly its bytes: nothing uncertified may be packaged (I1). With `digests`, nothing else either:
 * another attempt may have bound newer bytes, which this run did not replicate.
 */
export async function certifiedArtefacts(
  { artefacts, reports, publications, reviews }: CertificationRecords,
  version: OfferVersionRecord,
  { publicationId, digests }: { readonly publicationId: string; readonly digests?: readonly string[] },
): Promise<ReadonlyMap<string, CertifiedArtefact>> {
  const bindings = await artefacts.bindings(version, version.offerVersion);
  const entries = artefactsOf(version.document).map(async ({ artefactId }) => {
    const binding = bindings.find((candidate) => candidate.artefactId === artefactId);
    if (binding === undefined) throw notCertified(artefactId, 'it was never read');
    const { digest, reportId } = binding;
    if (digests !== undefined && !digests.includes(digest)) throw digestsDiffer(artefactId);
    const [artefact, report] = await Promise.all([artefacts.find(digest), reports.find(reportId)]);
    if (artefact === undefined) throw notCertified(artefactId, 'its bytes are not in staging');
    if (report?.subject !== digest)
      throw notCertified(artefactId, 'its report is missing or about other bytes');
    switch (report.verdict) {
      case 'passed':
        break;
      case 'failed':
        throw notCertified(artefactId, 'certification failed');
      case 'reviewRequired':
        await approvedByReviewer(artefactId, reportId);
    }
    const content = packageContentSchema.safeParse(artefact.facts['package']);
    const files = content.success ? { files: content.data.files } : {};
    return [artefactId, { digest, bytes: artefact.bytes, reportId, ...files }] as const;
  });
  return new Map(await Promise.all(entries));

  /**
   * In this publication, or in an earlier one and still standing when this one began. The log follows the workflow within
   * seconds: an approval that is not there yet is worth another try.
   */
  async function approvedByReviewer(artefactId: string, reportId: string): Promise<void> {
    const status = (await publications.find(publicationId))?.status;
    if (status?.review?.decision === 'approve') return;
    const began = new Date(status?.startedAt ?? Number.NaN);
    if (standingApproval(await reviews.listOf(version), reportId, began) !== undefined) return;
    throw new Error(`${artefactId} awaits a reviewer's approval, and the log does not show it yet.`);
  }
}

function digestsDiffer(artefactId: string): ApplicationFailure {
  return permanentFailure(
    'DigestsDiffer',
    `${artefactId} cannot be packaged: another attempt bound other bytes than this run certified and replicated.`,
  );
}

function notCertified(artefactId: string, reason: string): ApplicationFailure {
  return permanentFailure('NotCertified', `${artefactId} cannot be packaged: ${reason}.`);
}
