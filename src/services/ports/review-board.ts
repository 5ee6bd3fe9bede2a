import type { OfferKey } from '../../domain/offer/ids';
import type { ReviewDecision, WorkItem } from '../../domain/publication/status';

/** What reviewers are asked to decide about, and all they need for it. */
export type ReviewRequest = OfferKey & {
  readonly publicationId: string;
  readonly step: string;
  readonly offerVersion: number;
  readonly title: string;
  /** SHA-256 of the package that goes live if they approve; null before packaging. */
  readonly packageDigest: string | null;
  readonly reportIds: readonly string[];
  /** Of package files and listing against an earlier version (`compared-version.ts`); one line each. Empty when there is none. */
  readonly changes: readonly string[];
  /** What the publisher wants reviewers to know. */
  readonly certificationNotes?: string;
  /** May not decide. */
  readonly signedOffBy: readonly string[];
  /** Where the signed certification report is fetched; absent where there is none. */
  readonly certificationReport?: string;
  /** The reviewers' page of our own portal. */
  readonly page: string;
};

/** Where reviewers find their work: our own pages, or a tracker they use already. */
export type ReviewBoard = {
  readonly name: string;
  /** The work item of this publication's step: found if it is there, else made. A retry never makes two. */
  readonly open: (request: ReviewRequest) => Promise<WorkItem>;
  /** That item, where the board itself has one; undefined for pages of ours, which show what the catalogue says. */
  readonly find: (review: Pick<ReviewRequest, 'publicationId' | 'step'>) => Promise<WorkItem | undefined>;
  /** Tells the board how it ended; harmless when repeated, and when the item is gone. */
  readonly close: (
    item: WorkItem,
    ended: { readonly decision: ReviewDecision | 'withdrawn'; readonly actor: string },
  ) => Promise<void>;
};
