import { mostComments, type ReviewComment } from '../publication/commands';
import type { ReviewThread } from './thread';

/**
 * What a publisher is told when changes are requested without a word: of every open thread what reviewers wrote in
 * this round, or how it began when it was carried over as it was.
 */
export function commentsOfThreads(
  threads: readonly ReviewThread[],
  { publicationId, page }: { readonly publicationId: string; readonly page: string },
): readonly ReviewComment[] {
  const open = threads.filter(({ state }) => state === 'open');
  const comments = open.flatMap((thread) =>
    saidIn(thread, publicationId).map((message) => ({ message, ...pathOf(thread) })),
  );
  return atMost(comments, page);
}

/** What a decision keeps; `page` is where all of it stands, and the last one leads there. */
export function atMost(comments: readonly ReviewComment[], page: string): readonly ReviewComment[] {
  if (comments.length <= mostComments) return comments;
  const left = comments.length - mostComments + 1;
  return [...comments.slice(0, mostComments - 1), { message: `+${left}: ${page}` }];
}

function saidIn({ comments }: ReviewThread, publicationId: string): readonly string[] {
  const asked = comments.filter(({ side }) => side === 'reviewer');
  const now = asked.filter((comment) => comment.publicationId === publicationId);
  return (now.length > 0 ? now : asked.slice(0, 1)).map(({ text }) => text);
}

function pathOf({ place: { file, line, pointer } }: ReviewThread): Omit<ReviewComment, 'message'> {
  const path = file ?? pointer;
  return { ...(path === null ? {} : { path }), ...(line === null ? {} : { line }) };
}

/** One tip a line, as a reviewer types them. */
export const tipsOf = (text: string): readonly ReviewComment[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((message) => message !== '')
    .map((message) => ({ message }));
