import { standingApproval } from '../../domain/review/standing-approval';
import type { Clock, ReportRecord, Reviews } from '../../services/ports';
import type { CertificationResult, PublicationRef } from '../contract';

export type ApprovalRoles = { readonly reviews: Pick<Reviews, 'listOf'>; readonly clock: Clock };

/** Findings that no rule can judge are shown to a reviewer once: an approval of them holds for the offer's next versions. */
export async function approvedBefore(
  { reviews, clock }: ApprovalRoles,
  offer: PublicationRef,
  { verdict, reportId }: Pick<ReportRecord, 'verdict' | 'reportId'>,
): Promise<Pick<CertificationResult, 'approval'>> {
  if (verdict !== 'reviewRequired') return {};
  const approval = standingApproval(await reviews.listOf(offer), reportId, clock());
  return approval === undefined ? {} : { approval };
}
