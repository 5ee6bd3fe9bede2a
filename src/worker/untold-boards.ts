import { errorText } from '../domain/text/error-text';
import { closeOnBoard, type CloseOnBoardRoles } from '../activities/close-review';
import type { ControlActivities } from '../activities/contract';
import type { Clock, ReviewItem, Reviews } from '../services/ports';
import { eachAlthough } from './each-although';

export type UntoldBoardRoles = CloseOnBoardRoles & {
  readonly reviews: Pick<Reviews, 'takeUntold' | 'boardTold'>;
  readonly sendMail: ControlActivities['sendMail'];
  readonly clock: Clock;
};

const reviewsAtOnce = 20;
/** An item that a killed worker had asked for is on the board by then, and found by its tag; else there is none. */
const latestItemMs = 3_600_000;

/**
 * Tells the board of reviews that ended while it was away, or whose item it made when nobody heard of it any more: runs
 * try once and do not wait. After an hour of refusals the operator hears of it, once.
 */
export async function tellUntoldBoards(roles: UntoldBoardRoles): Promise<void> {
  const untold = await roles.reviews.takeUntold(roles.reviewBoard.name, reviewsAtOnce);
  await eachAlthough(untold, 'The review board was not told of some ends.', (review) =>
    tellOne(roles, review),
  );
}

async function tellOne(roles: UntoldBoardRoles, review: ReviewItem): Promise<void> {
  const isLate = roles.clock().getTime() - Date.parse(review.decidedAt ?? '') > latestItemMs;
  try {
    const isTold = await closeOnBoard(roles, review);
    if (!isTold && isLate) await roles.reviews.boardTold(review);
  } catch (error) {
    if (isLate) await roles.sendMail(mailAbout(review, error));
    throw error;
  }
}

const mailAbout = (
  { publicationId, publisherId, offerId, step }: ReviewItem,
  error: unknown,
): Parameters<ControlActivities['sendMail']>[0] => ({
  publicationId,
  publisherId,
  offerId,
  event: 'boardAway',
  // Its key makes it one mail.
  number: 1,
  emails: [],
  step,
  reason: errorText(error),
});
