type Decided = {
  readonly step: string;
  readonly offerVersion: number;
  readonly decision: string | null;
};

type Asked = Pick<Decided, 'step' | 'offerVersion'> & {
  /** Of the version that is live, where there is one: it passed whatever it had to. */
  readonly liveVersion: number | null | undefined;
};

/**
 * The newest version before this one that reviewers of the same step have seen and approved, whether it ever went live or
 * not: what they look at is what changed since. An exception in certification is no approval of the offer.
 */
export function lastApproved(
  reviews: readonly Decided[],
  { step, offerVersion, liveVersion }: Asked,
): number | undefined {
  const approved = reviews.filter((review) => review.step === step && review.decision === 'approve');
  const versions = [...approved.map((review) => review.offerVersion), liveVersion ?? 0];
  const newest = Math.max(0, ...versions.filter((version) => version < offerVersion));
  return newest === 0 ? undefined : newest;
}
