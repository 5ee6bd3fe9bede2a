import { type DecidedReview, firstApproval, standingApproval } from '../../review/standing-approval';
import { validUntil } from '../report-validity';
import type { CertifiedPart } from './certified-part';
import type { ReportedApproval } from './report-schema';

/**
 * Who let stand what no rule could judge, one row for each input and rule: a reviewer of an earlier publication whose
 * approval stood when the input was certified, else the first one to approve it since. Later approvals are of the offer.
 */
export function approvalsOf(
  parts: readonly CertifiedPart[],
  reviews: readonly DecidedReview[],
): readonly ReportedApproval[] {
  return parts.flatMap((part) => {
    const approval = approvalOf(part, reviews);
    return approval === undefined
      ? []
      : rulesInReview(part).map((ruleId) => ({ input: part.name, ruleId, ...approval }));
  });
}

function approvalOf(
  { reportId, certifiedAt, verdict }: CertifiedPart,
  reviews: readonly DecidedReview[],
): Pick<ReportedApproval, 'approver' | 'at' | 'until'> | undefined {
  if (reportId === undefined || verdict !== 'reviewRequired') return undefined;
  const isEarlier = ({ decidedAt }: DecidedReview): boolean =>
    decidedAt !== null && Date.parse(decidedAt) <= Date.parse(certifiedAt);
  const stood = standingApproval(reviews.filter(isEarlier), reportId, new Date(certifiedAt));
  const approval =
    stood ??
    firstApproval(
      reviews.filter((review) => !isEarlier(review)),
      reportId,
    );
  if (approval === undefined) return undefined;
  const at = new Date(approval.since);
  return { approver: approval.actor, at: at.toISOString(), until: validUntil(at).toISOString() };
}

const rulesInReview = ({ findings }: CertifiedPart): readonly string[] => [
  ...new Set(findings.flatMap(({ ruleId, severity }) => (severity === 'reviewRequired' ? [ruleId] : []))),
];
