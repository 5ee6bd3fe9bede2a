import { isFailure } from './azure-devops-error';
import type { AzureDevOpsItems, Fields, Item } from './azure-devops-items';
import type { AzureDevOpsSettings } from './azure-devops-settings';
import { closedTag } from './azure-devops-tags';

export type Board = {
  readonly items: AzureDevOpsItems;
  readonly settings: AzureDevOpsSettings;
  readonly urlOf: (id: number) => string;
};

type Finish = {
  readonly state: string | undefined;
  readonly comment: string;
  /** A tag it loses. */
  readonly without?: string;
};

/** In one change; where the process does not allow the state, without it. */
export async function finish(
  { items }: Board,
  item: Item,
  { state, comment, without }: Finish,
): Promise<void> {
  const tags = [...item.tags.filter((tag) => tag !== without), closedTag].join('; ');
  const fields: Fields = { 'System.Tags': tags, 'System.History': comment };
  if (state === undefined || state === item.state) {
    await items.change(item, fields);
    return;
  }
  try {
    await items.change(item, { ...fields, 'System.State': state });
  } catch (error) {
    if (!isFailure(error, 'refused')) throw error;
    // The process may have no such step from where the item stands; people can still read what happened.
    await items.change(item, fields);
  }
}

/** Items of a review that has another one lose its tag, and say where it is. */
export async function retire(
  board: Board,
  surplus: readonly Item[],
  { tag, reviewId }: { readonly tag: string; readonly reviewId: number },
): Promise<void> {
  const state = board.settings.states.withdrawn;
  const comment = `This was made twice; the review is <a href="${board.urlOf(reviewId)}">${reviewId}</a>.`;
  for (const item of surplus) await finish(board, item, { state, comment, without: tag });
}
