import type { OfferTypeId } from '../../domain/offer/document';
import type { OfferKey } from '../../domain/offer/ids';
import type { ReviewDecision, WorkItem } from '../../domain/publication/status';
import type { FoundPackage } from '../../domain/review/package-files';
import type { ReviewPlace, ReviewSide, ReviewThread, ThreadState } from '../../domain/review/thread';
import type { ReviewRequest } from './review-board';

/** One publication's step that waits, or waited, for reviewers. There is at most one. */
export type ReviewKey = { readonly publicationId: string; readonly step: string };

export type ReviewItem = Omit<ReviewRequest, 'certificationNotes' | 'certificationReport' | 'page'> & {
  /** `REVIEW-000012`; of our own board. */
  readonly reviewNumber: string;
  readonly offerType: OfferTypeId;
  readonly certificationNotes: string | null;
  /** As the board knows it; null until the board has answered. */
  readonly workItem: WorkItem | null;
  readonly openedAt: string;
  /** From then on it is overdue. */
  readonly dueAt: string;
  readonly decidedAt: string | null;
  readonly decision: ReviewDecision | 'withdrawn' | null;
  readonly decidedBy: string | null;
};

export type NewReview = Omit<ReviewRequest, 'certificationReport' | 'page'> &
  Pick<ReviewItem, 'offerType' | 'dueAt'> & {
    readonly board: string;
    /** When the run asked for it, at its first attempt: tells a late attempt from a run that was reset. */
    readonly askedAt: string;
  };

export type ReviewEnd = { readonly decision: ReviewDecision | 'withdrawn'; readonly actor: string };

/** A review in the queue, with what has been said about its offer. */
export type WaitingReview = Pick<
  ReviewItem,
  | 'reviewNumber'
  | 'publicationId'
  | 'publisherId'
  | 'offerId'
  | 'offerType'
  | 'offerVersion'
  | 'step'
  | 'title'
  | 'openedAt'
  | 'dueAt'
> & { readonly openThreads: number };

export type Reviews = {
  /**
   * The item of this publication's step: the one that is there, else a new one. A decision about other reports than these
   * is none about them: after a run was reset and certified other bytes, a new item takes the decided one's place, and
   * that of one withdrawn before this was asked for. Throws an `EndedPublicationError` when the publication ended since.
   */
  open: (review: NewReview) => Promise<ReviewItem>;
  /** What the board calls it; the first answer stays. The review as it is then: it may have ended meanwhile. */
  settle: (key: ReviewKey, workItem: WorkItem) => Promise<ReviewItem | undefined>;
  /** The first end counts; undefined when there is no such item. */
  close: (key: ReviewKey, end: ReviewEnd) => Promise<ReviewItem | undefined>;
  find: (key: ReviewKey) => Promise<ReviewItem | undefined>;
  /** Closes what nobody has decided of a publication that ended otherwise; returns all that was ever closed so. */
  withdraw: (publicationId: string, actor: string) => Promise<readonly ReviewItem[]>;
  /**
   * Closes what nobody has decided of publications that ended an hour ago: a run that fails leaves its item behind. Returns
   * how many; their boards are told as of all that ended ({@link takeUntold}).
   */
  withdrawEnded: (actor: string) => Promise<number>;
  /** Its board knows how it ended, or never had an item of it. */
  boardTold: (key: ReviewKey) => Promise<void>;
  /**
   * Reviews that ended more than a minute ago and of which this board was not told, the longest untried first: each is
   * handed out once in five minutes.
   */
  takeUntold: (board: string, limit: number) => Promise<readonly ReviewItem[]>;
  /** Of one offer, newest first, at most 50. */
  listOf: (offer: OfferKey) => Promise<readonly ReviewItem[]>;
  /** The packages of a frozen version, with the files certification found in them. */
  packagesOf: (offer: OfferKey, offerVersion: number) => Promise<readonly FoundPackage[]>;
  /** Those that wait, oldest first, after the given number; of every publisher when `publisherId` is null. */
  waiting: (asked: {
    readonly publisherId: string | null;
    readonly after: string | null;
    readonly limit: number;
  }) => Promise<readonly WaitingReview[]>;
};

export type NewComment = {
  /** A UUID of the writer's: the same comment sent twice is written once. */
  readonly commentId: string;
  readonly publicationId: string;
  readonly actor: string;
  readonly side: ReviewSide;
  readonly text: string;
  /** Of the message it came with, whose actor may be a mere claim; absent for what API or portal let in. */
  readonly requestId?: string;
};

export type ReviewThreads = {
  /** The newest 500, in the order they were opened; without a state, those of both. */
  listOf: (offer: OfferKey, state?: ThreadState) => Promise<readonly ReviewThread[]>;
  /** The thread's id is that of its first comment. */
  open: (offer: OfferKey, place: ReviewPlace, comment: NewComment) => Promise<ReviewThread>;
  /** Undefined when the offer has no such thread. */
  answer: (offer: OfferKey, threadId: string, comment: NewComment) => Promise<ReviewThread | undefined>;
  setState: (
    thread: OfferKey & { readonly threadId: string },
    change: { readonly state: ThreadState; readonly actor: string },
  ) => Promise<ReviewThread | undefined>;
};
