import type { OfferKey } from '../../domain/offer/ids';
import type { PublicationEvent } from '../../domain/publication/events';
import type { PublicationStatus } from '../../domain/publication/status';
import type { Language, Message } from '../../domain/text/language';

export type PublicationRecord = {
  readonly publicationId: string;
  readonly publisherId: string;
  readonly offerId: string;
  readonly runId: string;
  readonly status: PublicationStatus;
};

export type PublicationRun = Pick<PublicationRecord, 'publicationId' | 'runId'>;

/** Live progress of one long activity, e.g. item `replicate.westeurope`. */
export type ItemProgress = {
  readonly item: string;
  readonly doneBytes: number;
  readonly totalBytes: number;
  readonly bytesPerSecond: number;
  readonly state: 'running' | 'waiting' | 'done';
  /** What it is waiting for, e.g. a region's refusal. */
  readonly message?: Message;
  readonly updatedAt: string;
};

export type PublicationLog = {
  /**
   * Opens the log of a publication. Any other open publication of this offer belongs to a run that was
   * terminated (one workflow id per offer): it is closed, as `closeTerminated` does, and returned unless it went live,
   * so that its residue can be released.
   */
  open: (publication: {
    readonly publicationId: string;
    readonly runId: string;
    /** That of the run it began with; the same after a reset. Another one is refused. */
    readonly firstRunId?: string;
    readonly offer: OfferKey;
    readonly offerVersion: number;
    readonly language: Language;
    readonly requestedBy?: string;
  }) => Promise<{ readonly abandoned: readonly PublicationRecord[] }>;
  /**
   * Idempotent per (publication, run, sequence); a run once superseded by a newer one is ignored, and so is one that
   * did not follow from the publication's own first run.
   */
  record: (progress: {
    readonly publicationId: string;
    readonly runId: string;
    readonly firstRunId?: string;
    readonly firstSequence: number;
    readonly events: readonly PublicationEvent[];
  }) => Promise<void>;
  find: (publicationId: string) => Promise<PublicationRecord | undefined>;
  /** Newest first. */
  listOf: (offer: OfferKey) => Promise<readonly PublicationRecord[]>;
  /** All that have not ended and of which a step is at work, not waiting for somebody's decision; oldest first. */
  atWork: () => AsyncIterable<PublicationRecord>;
  /**
   * The next publications whose runs are to be looked at, those first that have waited longest, none twice in 50
   * seconds: open ones, and those closed in the place of their run (they have ended) that nobody has called tidy yet.
   */
  takeForCheck: (limit: number) => Promise<readonly PublicationRecord[]>;
  /**
   * Closes a publication because its run was terminated, and returns it: as live when it is in production, else as
   * canceled. What that run still writes is ignored. Undefined when it has ended, or another run than `runId` writes
   * it by now.
   */
  closeTerminated: (run: PublicationRun) => Promise<PublicationRecord | undefined>;
  /** Nothing is left of the closed publication: `runId` is the one it was closed by. */
  markTidy: (run: PublicationRun) => Promise<void>;
  events: (publicationId: string) => Promise<readonly PublicationEvent[]>;
  reportProgress: (publicationId: string, progress: Omit<ItemProgress, 'updatedAt'>) => Promise<void>;
  progress: (publicationId: string) => Promise<readonly ItemProgress[]>;
  /** Calls back after each change of a publication (LISTEN/NOTIFY). Returns a function that stops. */
  watch: (onChange: (publicationId: string) => void) => Promise<() => Promise<void>>;
};

/** What Temporal knows of an offer's runs. */
export type Runs = {
  /**
   * This run, or the newest one it was reset to, was ended from outside (terminated, or out of time) and told nobody.
   * False for a run that nobody knows, and while a later one is at work: that closes what it finds open.
   */
  isTerminated: (run: OfferKey & { readonly runId: string }) => Promise<boolean>;
  /** Runs whose workflow task fails again and again, `most` of them, with Temporal's own name for why. */
  stuck: (most: number) => Promise<readonly { readonly workflowId: string; readonly cause: string }[]>;
};
