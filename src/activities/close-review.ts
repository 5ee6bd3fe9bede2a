import type { ReviewBoard, ReviewItem, Reviews } from '../services/ports';
import type { ControlActivities } from './contract';

export type CloseOnBoardRoles = {
  readonly reviews: Pick<Reviews, 'boardTold'>;
  readonly reviewBoard: Pick<ReviewBoard, 'name' | 'find' | 'close'>;
};

export type CloseReviewRoles = CloseOnBoardRoles & { readonly reviews: Pick<Reviews, 'close'> };

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
 * because the worker was killed when the board had just made it, is looked for: it may show up later. True once the
 * board knows.
 */
export async function closeOnBoard(
  { reviews, reviewBoard }: CloseOnBoardRoles,
  { workItem, decision, decidedBy, ...review }: Ended,
): Promise<boolean> {
  if (decision === null) return false;
  const known = workItem ?? (await reviewBoard.find(review));
  if (known === undefined || known.board !== reviewBoard.name) return false;
  await reviewBoard.close(known, { decision, actor: decidedBy ?? '' });
  await reviews.boardTold(review);
  return true;
}
