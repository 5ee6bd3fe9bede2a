import { validUntil } from '../certification/report-validity';

/** What is asked of one review; ISO times. */
export type DecidedReview = {
  /** What the reviewers had before them. */
  readonly reportIds: readonly string[];
  readonly decision: string | null;
  readonly decidedAt: string | null;
  readonly decidedBy: string | null;
};

export type Approval = { readonly actor: string; readonly since: string };

/**
 * The newest approval of exactly this report by which its findings still stand as an exception. It is believed for as long
 * as reports are; other bytes, rules or findings give another report.
 */
export function standingApproval(
  reviews: readonly DecidedReview[],
  reportId: string,
  now: Date,
): Approval | undefined {
  const newest = approvalsOf(reviews, reportId).at(-1);
  return newest !== undefined && validUntil(new Date(newest.since)) > now ? newest : undefined;
}

/** By the reviewer who decided about this report first. */
export const firstApproval = (reviews: readonly DecidedReview[], reportId: string): Approval | undefined =>
  approvalsOf(reviews, reportId)[0];

/** Oldest first. */
function approvalsOf(reviews: readonly DecidedReview[], reportId: string): readonly Approval[] {
  return reviews
    .flatMap(({ reportIds, decision, decidedAt, decidedBy }) =>
      decision === 'approve' && decidedAt !== null && reportIds.includes(reportId)
        ? [{ actor: decidedBy ?? '', since: decidedAt }]
        : [],
    )
    .toSorted((one, other) => Date.parse(one.since) - Date.parse(other.since));
}
