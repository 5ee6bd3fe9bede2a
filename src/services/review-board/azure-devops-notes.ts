import { textOfHtml } from '../../domain/review/board-comment';
import { escapeHtml } from '../../domain/text/mails/mail-blocks';
import type { Board } from './azure-devops-finish';
import type { BoardComment } from './azure-devops-items';

/** What we write to reviewers begins so; people's comments go to the publisher, these do not. */
const mark = 'Offer publication: ';

/** Writes it unless it stands there: our own comment is an update, too, and brings the next event. */
export async function tellReviewers({ items }: Board, itemId: string, text: string): Promise<void> {
  const item = await items.read(itemId);
  if (item === undefined) return;
  const note = `${mark}${text}`;
  const written = (await items.comments(item.id)).map(wordsOf);
  if (!written.includes(note)) await items.change(item, { 'System.History': escapeHtml(note) });
}

/** What people wrote, as text, oldest first. */
export const writtenByPeople = (comments: readonly BoardComment[]): readonly string[] =>
  comments.map(wordsOf).filter((text) => !text.startsWith(mark));

const wordsOf = ({ text, isHtml }: BoardComment): string => (isHtml ? textOfHtml(text) : text);
