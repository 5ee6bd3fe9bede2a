import { type Identity, may } from '../access/identity';
import type { OfferKey } from '../offer/ids';

/** What a thread is about: a file of the offer's packages and maybe a line of it, a field, or the offer as a whole. */
export type ReviewPlace = {
  /**
   * `<plan>/<path in the package>`, so that it is still found in the plan's next version; of a package that is not the
   * plan's newest, `<plan>@<version>/<path>`.
   */
  readonly file: string | null;
  /** From 1. */
  readonly line: number | null;
  /** RFC 6901, into the frozen document. */
  readonly pointer: string | null;
};

/** Who speaks: a reviewer asks, the publisher answers. */
export type ReviewSide = 'reviewer' | 'publisher';

export type ThreadComment = {
  readonly commentId: string;
  /** The attempt it was written in. */
  readonly publicationId: string;
  readonly actor: string;
  /** False when it came with a message that only claims its sender. */
  readonly isVouchedFor: boolean;
  readonly side: ReviewSide;
  readonly text: string;
  readonly at: string;
};

export type ThreadState = 'open' | 'resolved';

/** Belongs to the offer: what is still open when a publication ends is there for the next one. */
export type ReviewThread = OfferKey & {
  readonly threadId: string;
  /** The attempt it was opened in. */
  readonly publicationId: string;
  readonly place: ReviewPlace;
  readonly state: ThreadState;
  readonly openedAt: string;
  /** Oldest first; the first one opened it. */
  readonly comments: readonly ThreadComment[];
};

/** As many characters as a reviewer's decision carries in one comment. */
export const longestComment = 500;
export const longestPath = 500;

type GivenPlace = {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly pointer?: string | undefined;
};

/** Undefined for what cannot be one place: a line without its file, or a file and a field at once. */
export function readPlace({ file, line, pointer }: GivenPlace): ReviewPlace | undefined {
  if (file !== undefined && pointer !== undefined) return undefined;
  if (line !== undefined && file === undefined) return undefined;
  return { file: file ?? null, line: line ?? null, pointer: pointer ?? null };
}

/** `basic/mainTemplate.json:12`, a pointer, or nothing for the offer as a whole. */
export function placeText({ file, line, pointer }: ReviewPlace): string {
  if (file === null) return pointer ?? '';
  return line === null ? file : `${file}:${line}`;
}

export const sideOf = (identity: Identity, publisherId: string): ReviewSide =>
  may(identity, 'review', publisherId) ? 'reviewer' : 'publisher';
