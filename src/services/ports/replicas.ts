import type { OfferKey } from '../../domain/offer/ids';
import type { PageRange } from '../../domain/replication/page-ranges';

export type ReplicaRecord = {
  readonly digest: string;
  readonly region: string;
  readonly state: 'copying' | 'verified';
  /** Fencing: the attempt that may write; an older attempt's writes are refused. */
  readonly attempt: number;
  /** Ranges already written, for resuming. */
  readonly journal: readonly PageRange[];
  readonly verifiedAt: string | null;
};

export type Replicas = {
  /**
   * Holds the replica for this publication and takes it over under a new, higher attempt. A verified one stays
   * `verified`; otherwise the journal of the attempt before comes along. Undefined, although held, while an attempt
   * of another publication is at work: one that gave a sign of life within the last minute.
   */
  claim: (
    digest: string,
    region: string,
    holder: OfferKey & { readonly publicationId: string },
  ) => Promise<ReplicaRecord | undefined>;
  /** A sign of life of this attempt; nothing when a newer one has taken over. */
  touch: (replica: {
    readonly digest: string;
    readonly region: string;
    readonly attempt: number;
  }) => Promise<void>;
  /**
   * False when a newer attempt has taken over: stop writing. A verified replica becomes `copying` again: its
   * bytes turned out to be missing or wrong.
   */
  saveJournal: (replica: {
    readonly digest: string;
    readonly region: string;
    readonly attempt: number;
    readonly journal: readonly PageRange[];
  }) => Promise<boolean>;
  markVerified: (replica: {
    readonly digest: string;
    readonly region: string;
    readonly attempt: number;
  }) => Promise<boolean>;
  find: (digest: string, region: string) => Promise<ReplicaRecord | undefined>;
  /** What this publication holds, and nobody can forget therefore. */
  heldBy: (publicationId: string) => Promise<readonly { readonly digest: string; readonly region: string }[]>;
  /** Where there are replicas of these bytes, as their publications called the regions. */
  regionsOf: (digest: string) => Promise<readonly string[]>;
  /**
   * Drops this publication's holds; returns those replicas it held that nobody holds any more and that are not
   * forgotten yet, so that a repeated call returns again what an interrupted one left.
   */
  release: (
    publicationId: string,
  ) => Promise<readonly { readonly digest: string; readonly region: string }[]>;
  /** Deletes the row, unless somebody holds the replica (again): then false. Before the blob goes, never after. */
  forget: (digest: string, region: string) => Promise<boolean>;
  /**
   * Drops holds that nobody will ask about again: of ended publications that stand in no slot and were canceled or
   * rejected, or have a newer one of their offer that has ended, too, or holds the same replica. Returns how many. What
   * nobody holds then are orphans.
   */
  releaseSuperseded: () => Promise<number>;
  /** Replicas whose last holder is gone, oldest first, so many of each region (I10). */
  orphans: (limit: number) => Promise<readonly { readonly digest: string; readonly region: string }[]>;
};
