import type { ReviewBoard, ReviewItem, Reviews } from '../services/ports';
import type { ControlActivities } from './contract';

export type CloseReviewRoles = {
  readonly reviews: Pick<Reviews, 'close'>;
  readonly reviewBoard: Pick<ReviewBoard, 'name' | 'find' | 'close'>;
};

/** Tells our own records and the board how a review ended; the first end counts, also when it is told again. */
export const closeReviewActivities = (roles: CloseReviewRoles): Pick<ControlActivities, 'closeReview'> => ({
  async closeReview({ publicationId, step, decision, actor }) {
    const item = await roles.reviews.close({ publicationId, step }, { decision, actor });
    if (item !== undefined) await closeOnBoard(roles, item);
  },
});

type Ended = Pick<ReviewItem, 'publicationId' | 'step' | 'workItem' | 'decision' | 'decidedBy'>;

/**
 * An item of a board that is no longer the configured one stays there for somebody's hands. One that we never heard of,
 * because the worker was killed when the board had just made it, is looked for.
 */
export async function closeOnBoard(
  { reviewBoard }: Pick<CloseReviewRoles, 'reviewBoard'>,
  { workItem, decision, decidedBy, ...review }: Ended,
): Promise<void> {
  if (decision === null) return;
  const known = workItem ?? (await reviewBoard.find(review));
  if (known === undefined || known.board !== reviewBoard.name) return;
  await reviewBoard.close(known, { decision, actor: decidedBy ?? '' });
}
