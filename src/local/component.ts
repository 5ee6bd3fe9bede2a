import type { Command } from './process/launch';

/** One server of the embedded stack: how to start it, and how to know that it really answers. */
export type Component = {
  readonly name: string;
  /** What a person can do with it, e.g. its address. */
  readonly address: string;
  /** Where it has to listen itself: an answer from there by any other program is not its answer. */
  readonly ports?: readonly number[];
  /** Work before the first start: data folders, a first password. Repeatable. */
  readonly prepare?: () => Promise<void>;
  readonly command: Command;
  /** Resolves when the component does its real work for a client; throws why it does not. */
  readonly answers: () => Promise<void>;
};
