import type { PublicationEvent } from '../../domain/publication/events';

/** Brings events to the catalogue's log, in order and beside the story. */
export type Recorder = {
  readonly add: (event: PublicationEvent) => void;
  /** Starts writing what has gathered; returns at once. What follows without a wait is part of the same record. */
  readonly flush: () => void;
  /** The same, once the story has gone on with what a message has just changed. */
  readonly flushAfterTurn: () => void;
  /** Something has happened that is not known to be in the log. */
  readonly isBehind: boolean;
  /** Resolves when what was added until now is in the log. */
  readonly settled: () => Promise<void>;
};
