import type { ReviewDecision } from '../../domain/publication/status';
import { boardComments } from '../../domain/review/board-comment';
import type { BoardVerdict } from '../ports';
import type { Board } from './azure-devops-finish';
import { writtenByPeople } from './azure-devops-notes';
import type { AzureDevOpsSettings } from './azure-devops-settings';
import { closedTag, reviewIn } from './azure-devops-tags';

/** What an item says now, whatever anybody was told about it before. */
export async function readVerdict(board: Board, itemId: string): Promise<BoardVerdict | undefined> {
  const { items, settings, urlOf } = board;
  const item = await items.read(itemId);
  const review = item && reviewIn(item.tags);
  if (item === undefined || review === undefined) return undefined;
  if (item.tags.includes(closedTag)) return { kind: 'closed', review };
  const change = await items.stateChange(item.id);
  const decision = change && decisionOf(settings, change.state);
  if (change === undefined || decision === undefined) return { kind: 'open', review };
  const { revision, actor } = change;
  const written = writtenByPeople(await items.comments(item.id));
  const comments = boardComments(written, urlOf(item.id));
  return { kind: 'decided', review, decision, revision, actor, comments };
}

function decisionOf({ states }: AzureDevOpsSettings, state: string): ReviewDecision | undefined {
  if (state === states.approve) return 'approve';
  return state === states.requestChanges ? 'requestChanges' : undefined;
}
