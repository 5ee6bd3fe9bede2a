import { escapeHtml } from '../../domain/text/mails/mail-blocks';
import type { ReviewEnd } from '../ports';
import { isFailure } from './azure-devops-error';
import { type Board, finish, retire } from './azure-devops-finish';
import type { Item } from './azure-devops-items';
import { closedTag, reviewIn, tagOf } from './azure-devops-tags';

/** State, comment and a tag that says it is done, in one change: whatever was lost, a repetition sees the tag. */
export async function closeItem(board: Board, id: string, end: ReviewEnd): Promise<void> {
  for (let again = 0; ; again += 1) {
    try {
      const item = await board.items.read(id);
      if (item === undefined || item.tags.includes(closedTag)) return;
      await retireTwins(board, item);
      await finish(board, item, { state: board.settings.states[end.decision], comment: commentOf(end) });
      return;
    } catch (error) {
      if (isFailure(error, 'notFound')) return;
      if (!isFailure(error, 'changed') || again === mostConflicts) throw error;
    }
  }
}

const mostConflicts = 4;

/** Copies, and what a query did not show in time when the review was opened. First, for afterwards nobody looks again. */
async function retireTwins(board: Board, item: Item): Promise<void> {
  const review = reviewIn(item.tags);
  if (review === undefined) return;
  const tag = tagOf(review);
  const twins = (await board.items.withTag(tag)).filter(({ id }) => id !== item.id);
  await retire(board, twins, { tag, reviewId: item.id });
}

function commentOf({ decision, actor }: ReviewEnd): string {
  const who = escapeHtml(actor);
  switch (decision) {
    case 'approve':
      return `Approved by ${who}. The publication goes on.`;
    case 'requestChanges':
      return `Changes requested by ${who}. The publication has ended; the publisher was told.`;
    case 'withdrawn':
      return `Withdrawn: the publication ended without a decision (${who}).`;
  }
}
