import { patched } from '@temporalio/workflow';
import type { DecidedReview } from '../../activities/contract';
import { ownBoard } from '../../domain/review/own-board';
import { attemptsForMinutes, singleAttempt, unlimitedAttempts } from '../activity-proxies';
import { reasonOf, toldReasonOf } from '../failures';
import type { PublicationRun } from '../run';

/**
 * The decision stands: the story goes on with it at once, however long our records take to hear of it. A board
 * elsewhere holds up nothing, not even the end: it is told once, and by housekeeping if it was away.
 */
export function endReviewBeside(run: PublicationRun, decided: DecidedReview): void {
  const isElsewhere = run.status.workItem?.board !== ownBoard;
  const isWaitedFor = isElsewhere && !patched('board-told-later');
  run.beside.start(async () => {
    try {
      await recordDecision(decided);
    } catch (failure) {
      notRecorded(run, decided, failure);
      return;
    }
    if (!isWaitedFor) return;
    try {
      await closeOnBoard(attemptsForMinutes, decided);
    } catch (failure) {
      boardAway(run, decided, failure);
    }
  });
  if (isElsewhere && !isWaitedFor)
    run.afterwards.start(() => closeOnBoard(singleAttempt, decided).catch(() => undefined));
}

/** It is tried without end, so somebody ended it by hand, and need not be mailed. Earlier releases took it for the board. */
function notRecorded(run: PublicationRun, decided: DecidedReview, failure: unknown): void {
  if (patched('decision-not-recorded')) run.tellOperator('review.notRecorded', { reason: reasonOf(failure) });
  else boardAway(run, decided, failure);
}

function boardAway(run: PublicationRun, { step }: DecidedReview, failure: unknown): void {
  const reason = reasonOf(failure);
  run.tellOperator('review.boardAway', { reason });
  run.mailbox.send('boardAway', step, reason);
}

/** As runs of earlier releases do for ever: the story waits for the board, and the step tells that it was away. */
export async function endReviewInTurn(run: PublicationRun, decided: DecidedReview): Promise<void> {
  try {
    await closeOnBoard(attemptsForMinutes, decided);
  } catch (failure) {
    run.say('review.boardAway', { reason: toldReasonOf(failure) }, 'warning');
  }
}

const recordDecision = (decided: DecidedReview): Promise<void> =>
  unlimitedAttempts.recordDecision.executeWithOptions(
    { activityId: `record-decision.${decided.step}`, summary: 'Write down how the review ended' },
    [decided],
  );

const closeOnBoard = ({ closeReview }: typeof singleAttempt, decided: DecidedReview): Promise<void> =>
  closeReview.executeWithOptions(
    { activityId: `close-review.${decided.step}`, summary: 'Tell the board how the review ended' },
    [decided],
  );
