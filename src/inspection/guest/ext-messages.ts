/** What the thread with the ext reader and its owner say to each other. */
export type ExtQuestion =
  | { readonly ask: 'look' | 'list' | 'link'; readonly path: string }
  | { readonly ask: 'read'; readonly path: string; readonly most: number; readonly from: number };

export type Entry = {
  readonly kind: 'file' | 'directory' | 'link' | 'other';
  readonly bytes: number;
};

/** What was asked for; empty when there is no such thing. */
export type ExtAnswer = {
  readonly entry?: Entry;
  readonly names?: readonly string[];
  readonly target?: string;
  readonly content?: Uint8Array;
};

/** To the thread: a question, or the bytes that it wanted. */
export type ToThread =
  | { readonly kind: 'question'; readonly id: number; readonly question: ExtQuestion }
  | { readonly kind: 'bytes'; readonly id: number; readonly bytes: Uint8Array };

/** From the thread: it has begun, bytes are wanted (counted from the partition's start), or a question is settled. */
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'want'; readonly id: number; readonly offset: number; readonly length: number }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: ExtAnswer }
  | { readonly kind: 'fault'; readonly id: number; readonly problem: string };
