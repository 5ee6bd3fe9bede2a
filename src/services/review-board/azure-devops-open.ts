import type { ReviewRequest } from '../ports';
import { descriptionOf, titleOf } from './azure-devops-description';
import { type Board, retire } from './azure-devops-finish';
import type { Fields, Item } from './azure-devops-items';
import { closedTag, tagOf } from './azure-devops-tags';

/**
 * The number of the item with our tag, made if there is none. It is looked for again after it was made: two attempts at
 * once, or a query that did not see the newest item yet, may have made one more.
 */
export async function openItem(board: Board, request: ReviewRequest): Promise<number> {
  const { items, settings } = board;
  const tag = tagOf(request);
  const found = await items.withTag(tag);
  for (const past of found.filter(isClosed)) await items.change(past, withoutTag(past, tag));
  const known = await theOldest(
    board,
    tag,
    found.filter((item) => !isClosed(item)),
  );
  if (known !== undefined) return known.id;
  const made = await items.create(settings.workItemType, {
    'System.Title': titleOf(request),
    'System.Description': descriptionOf(request, settings.states),
    'System.Tags': tag,
    ...(settings.areaPath === undefined ? {} : { 'System.AreaPath': settings.areaPath }),
  });
  const others = (await items.withTag(tag)).filter(({ id }) => id !== made.id);
  const all = [made, ...others].toSorted((one, other) => one.id - other.id);
  return (await theOldest(board, tag, all))?.id ?? made.id;
}

/** Of a decision about other bytes, before the run was reset: nobody looks at it again, and it says nothing of these. */
const isClosed = ({ tags }: Item): boolean => tags.includes(closedTag);

const withoutTag = ({ tags }: Item, tag: string): Fields => ({
  'System.Tags': tags.filter((each) => each !== tag).join('; '),
});

/** The oldest is the review. */
async function theOldest(board: Board, tag: string, found: readonly Item[]): Promise<Item | undefined> {
  const [oldest, ...surplus] = found;
  if (oldest !== undefined) await retire(board, surplus, { tag, reviewId: oldest.id });
  return oldest;
}
