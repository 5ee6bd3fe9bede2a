import type { ReviewComment } from '../../domain/publication/commands';
import type { ReviewDecision } from '../../domain/publication/status';
import type { ReviewKey } from './reviews';

/** What reviewers have said of one work item, as the board itself tells it now. */
export type BoardVerdict = {
  readonly review: ReviewKey;
} & (
  | { readonly kind: 'open' }
  /** We have told the board how it ended: nothing said from then on counts. */
  | { readonly kind: 'closed' }
  | {
      readonly kind: 'decided';
      readonly decision: ReviewDecision;
      /** Of the item, when it came into the state that means this: the same decision has the same one for ever. */
      readonly revision: number;
      /** Who brought it there, by the board's own unique name. */
      readonly actor: string;
      readonly comments: readonly ReviewComment[];
    }
);

/** A tracker beside our own pages, asked about its items. Throws when it does not answer. */
export type OutsideBoard = {
  readonly name: string;
  /** Undefined for an item that is gone, or none of ours. */
  readonly read: (itemId: string) => Promise<BoardVerdict | undefined>;
  /** Says something to reviewers at the item, once however often it is told; it is no comment of theirs. */
  readonly tell: (itemId: string, text: string) => Promise<void>;
  /** Resolves when the board lets us in and knows every word we are told to use. */
  readonly ping: () => Promise<void>;
};
