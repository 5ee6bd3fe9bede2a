type Decided = {
  readonly step: string;
  readonly offerVersion: number;
  readonly decision: string | null;
};

type Asked = Pick<Decided, 'step' | 'offerVersion'> & {
  /** Of the version that is live, where there is one: it passed whatever it had to. */
  readonly liveVersion: number | null | undefined;
};

export type ComparedVersion = { readonly offerVersion: number; readonly isApproved: boolean };

/**
 * The newest version before this one that reviewers of the same step have seen and approved, whether it ever went live or
 * not: what they look at is what changed since. Before any was, the one they sent back last: what they look for is what they
 * asked for. An exception in certification is no approval of the offer.
 */
export function comparedVersion(
  reviews: readonly Decided[],
  { step, offerVersion, liveVersion }: Asked,
): ComparedVersion | undefined {
  const newest = (decision: string, others: readonly number[]): number =>
    Math.max(
      0,
      ...reviews
        .filter((review) => review.step === step && review.decision === decision)
        .map((review) => review.offerVersion)
        .concat(others)
        .filter((version) => version < offerVersion),
    );
  const approved = newest('approve', [liveVersion ?? 0]);
  if (approved > 0) return { offerVersion: approved, isApproved: true };
  const sentBack = newest('requestChanges', []);
  return sentBack > 0 ? { offerVersion: sentBack, isApproved: false } : undefined;
}
