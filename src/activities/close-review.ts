import type { ReviewBoard, ReviewItem, Reviews } from '../services/ports';
import type { ControlActivities } from './contract';

export type CloseReviewRoles = {
  readonly reviews: Pick<Reviews, 'close'>;
  readonly reviewBoard: Pick<ReviewBoard, 'name' | 'close'>;
};

/** Tells our own records and the board how a review ended; the first end counts, also when it is told again. */
export const closeReviewActivities = (roles: CloseReviewRoles): Pick<ControlActivities, 'closeReview'> => ({
  async closeReview({ publicationId, step, decision, actor }) {
    const item = await roles.reviews.close({ publicationId, step }, { decision, actor });
    if (item !== undefined) await closeOnBoard(roles, item);
  },
});

/** An item of a board that is no longer the configured one stays there for somebody's hands. */
export async function closeOnBoard(
  { reviewBoard }: Pick<CloseReviewRoles, 'reviewBoard'>,
  { workItem, decision, decidedBy }: Pick<ReviewItem, 'workItem' | 'decision' | 'decidedBy'>,
): Promise<void> {
  if (workItem === null || decision === null || workItem.board !== reviewBoard.name) return;
  await reviewBoard.close(workItem, { decision, actor: decidedBy ?? '' });
}
