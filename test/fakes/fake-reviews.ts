import type { OfferKey } from '../../src/domain/offer/ids';
import type { FoundPackage } from '../../src/domain/review/package-files';
import type { ReviewThread } from '../../src/domain/review/thread';
import type { NewComment, ReviewItem, Reviews, ReviewThreads } from '../../src/services/ports';

const at = '2026-11-20T12:00:00.000Z';
const nameOf = ({ publisherId, offerId }: OfferKey): string => `${publisherId}/${offerId}`;

export type FakeReviews = Omit<Reviews, 'withdrawEnded'> & {
  /** Oldest first. */
  readonly rows: ReviewItem[];
  /** `<publication>/<step>` of those whose board knows how they ended. */
  readonly told: Set<string>;
  packages: readonly FoundPackage[];
  /** Of the version that is live. */
  livePackages: { readonly version: number; readonly packages: readonly FoundPackage[] } | undefined;
};

/** The reviews of a catalogue, in memory. */
export function fakeReviews(): FakeReviews {
  const find = async ({ publicationId, step }: { publicationId: string; step: string }) =>
    fake.rows.find((row) => row.publicationId === publicationId && row.step === step);
  const change = (row: ReviewItem, changed: Partial<ReviewItem>): ReviewItem => {
    const next = { ...row, ...changed };
    fake.rows.splice(fake.rows.indexOf(row), 1, next);
    return next;
  };
  const fake: FakeReviews = {
    rows: [],
    told: new Set(),
    packages: [],
    livePackages: undefined,
    find,
    open: async ({ board: _board, askedAt: _askedAt, certificationNotes = null, ...review }) => {
      const known = await find(review);
      const isDecided = known?.decision === 'approve' || known?.decision === 'requestChanges';
      if (isDecided && !review.reportIds.every((id) => known.reportIds.includes(id)))
        fake.rows.splice(fake.rows.indexOf(known), 1);
      else if (known !== undefined) return known;
      const row = reviewItem({
        ...review,
        certificationNotes,
        reviewNumber: `REVIEW-00000${fake.rows.length + 1}`,
        workItem: null,
      });
      fake.rows.push(row);
      return row;
    },
    settle: async (key, workItem) => {
      const row = await find(key);
      return row?.workItem === null ? change(row, { workItem }) : row;
    },
    close: async (key, { decision, actor }) => {
      const row = await find(key);
      if (row === undefined || row.decidedAt !== null) return row;
      return change(row, { decision, decidedBy: actor, decidedAt: at });
    },
    withdraw: async (publicationId, actor) => {
      const own = fake.rows.filter((row) => row.publicationId === publicationId);
      for (const row of own.filter(({ decidedAt }) => decidedAt === null))
        change(row, { decision: 'withdrawn', decidedBy: actor, decidedAt: at });
      return fake.rows.filter((row) => row.publicationId === publicationId && row.decision === 'withdrawn');
    },
    boardTold: async (key) => void fake.told.add(keyOf(key)),
    takeUntold: async (_board, limit) =>
      fake.rows.filter((row) => row.decidedAt !== null && !fake.told.has(keyOf(row))).slice(0, limit),
    listOf: async (offer) => fake.rows.filter((row) => nameOf(row) === nameOf(offer)).toReversed(),
    waiting: async ({ publisherId, after, limit }) =>
      fake.rows
        .filter(({ decidedAt }) => decidedAt === null)
        .filter((row) => publisherId === null || row.publisherId === publisherId)
        .filter(({ reviewNumber }) => after === null || reviewNumber > after)
        .slice(0, limit)
        .map(
          ({
            reviewNumber,
            publicationId,
            offerType,
            offerVersion,
            step,
            title,
            openedAt,
            dueAt,
            ...offer
          }) => ({
            reviewNumber,
            publicationId,
            publisherId: offer.publisherId,
            offerId: offer.offerId,
            offerType,
            offerVersion,
            step,
            title,
            openedAt,
            dueAt,
            openThreads: 0,
          }),
        ),
    packagesOf: async (_offer, version) =>
      fake.livePackages?.version === version ? fake.livePackages.packages : fake.packages,
  };
  return fake;
}

const keyOf = ({ publicationId, step }: { readonly publicationId: string; readonly step: string }): string =>
  `${publicationId}/${step}`;

/** A review that waits, of version 1 of contoso/linux-vm. */
export const reviewItem = (changed: Partial<ReviewItem> = {}): ReviewItem => ({
  reviewNumber: 'REVIEW-000001',
  publicationId: '11111111-1111-4111-8111-111111111111',
  step: 'microsoft-review',
  publisherId: 'contoso',
  offerId: 'linux-vm',
  offerType: 'microsoft-azure-applications',
  offerVersion: 1,
  title: 'Contoso Web Shop',
  packageDigest: 'ab'.repeat(32),
  reportIds: [],
  changes: [],
  certificationNotes: null,
  signedOffBy: ['ann@contoso'],
  workItem: {
    board: 'own',
    id: 'REVIEW-000001',
    url: 'http://offers.example/publishers/contoso/offers/linux-vm/review',
  },
  openedAt: at,
  dueAt: '2026-12-10T12:00:00.000Z',
  decidedAt: null,
  decision: null,
  decidedBy: null,
  ...changed,
});

export type FakeReviewThreads = ReviewThreads & { readonly threads: ReviewThread[] };

export function fakeReviewThreads(): FakeReviewThreads {
  const find = (offer: OfferKey, threadId: string): ReviewThread | undefined =>
    fake.threads.find((thread) => thread.threadId === threadId && nameOf(thread) === nameOf(offer));
  const change = (thread: ReviewThread, changed: Partial<ReviewThread>): ReviewThread => {
    const next = { ...thread, ...changed };
    fake.threads.splice(fake.threads.indexOf(thread), 1, next);
    return next;
  };
  const said = ({ requestId, ...comment }: NewComment) => ({
    ...comment,
    isVouchedFor: requestId === undefined,
    at,
  });
  const fake: FakeReviewThreads = {
    threads: [],
    listOf: async (offer, state) =>
      fake.threads.filter(
        (thread) => nameOf(thread) === nameOf(offer) && (state === undefined || thread.state === state),
      ),
    open: async ({ publisherId, offerId }, place, comment) => {
      const known = find({ publisherId, offerId }, comment.commentId);
      if (known !== undefined) return known;
      const { commentId: threadId, publicationId } = comment;
      const thread: ReviewThread = {
        publisherId,
        offerId,
        threadId,
        publicationId,
        place,
        state: 'open',
        openedAt: at,
        comments: [said(comment)],
      };
      fake.threads.push(thread);
      return thread;
    },
    answer: async (offer, threadId, comment) => {
      const thread = find(offer, threadId);
      if (thread === undefined || thread.comments.some((each) => each.commentId === comment.commentId))
        return thread;
      return change(thread, { comments: [...thread.comments, said(comment)] });
    },
    setState: async (key, { state }) => {
      const thread = find(key, key.threadId);
      return thread && change(thread, { state });
    },
  };
  return fake;
}
