import type { DecidedReview } from '../../activities/contract';
import { ownBoard } from '../../domain/review/own-board';
import { certain, withdrawal } from '../activity-proxies';
import { reasonOf } from '../failures';
import type { PublicationRun } from '../run';

/**
 * The decision stands: the story goes on with it at once, however long our records take to hear of it, and without a
 * board elsewhere that never does. What is wrong there is nothing a publisher could mend, so an operator hears of it.
 */
export function endReviewBeside(run: PublicationRun, decided: DecidedReview): void {
  const isElsewhere = run.status.workItem?.board !== ownBoard;
  run.beside.start(async () => {
    try {
      await certain.recordDecision.executeWithOptions(
        { activityId: `record-decision.${decided.step}`, summary: 'Write down how the review ended' },
        [decided],
      );
      if (isElsewhere) await closeOnBoard(decided);
    } catch (failure) {
      const reason = reasonOf(failure);
      run.tellOperator('review.boardAway', { reason });
      run.mailbox.send('boardAway', decided.step, reason);
    }
  });
}

/** As runs of earlier releases do for ever: the story waits for the board, and the step tells that it was away. */
export async function endReviewInTurn(run: PublicationRun, decided: DecidedReview): Promise<void> {
  try {
    await closeOnBoard(decided);
  } catch (failure) {
    run.say('review.boardAway', { reason: reasonOf(failure) }, 'warning');
  }
}

const closeOnBoard = (decided: DecidedReview): Promise<void> =>
  withdrawal.closeReview.executeWithOptions(
    { activityId: `close-review.${decided.step}`, summary: 'Tell the board how the review ended' },
    [decided],
  );
