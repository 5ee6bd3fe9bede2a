import type { ProgressInput } from '../../activities/contract';
import type { PublicationEvent } from '../../domain/publication/events';

export type HandedOver = {
  readonly progress: ProgressInput;
  /** To be called when the activity has succeeded; until then the next record repeats the events. */
  readonly arrived: () => void;
};

/** Brings events to the catalogue's log, in order and beside the story. */
export type Recorder = {
  readonly add: (event: PublicationEvent) => void;
  /** Starts writing what has gathered; returns at once. What follows without a wait is part of the same record. */
  readonly flush: () => void;
  /** The same, once the story has gone on with what a message has just changed. */
  readonly flushAfterTurn: () => void;
  /**
   * What has gathered, for an activity that brings it to the log itself: the story's own next one, which then need not wait
   * until a record has arrived. Undefined where there is nothing to bring, or the run began before it could be.
   */
  readonly handOver: () => HandedOver | undefined;
  /** Something has happened that is not known to be in the log. */
  readonly isBehind: boolean;
  /** Resolves when what was added until now is in the log. */
  readonly settled: () => Promise<void>;
};
