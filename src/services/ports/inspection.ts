import type { GuestFacts } from '../../domain/certification/guest-facts-schema';
import type { ImageFacts, Partition } from '../../domain/certification/image-facts-schema';
import type { RulesOutcome } from '../../domain/certification/run-rules';
import type { PackagedFile } from '../../domain/product-page/product-page';
import type { PageRange } from '../../domain/replication/page-ranges';

/** Makes digests; hashing long runs of zeros gives other work a turn in between. */
export type Digests = { sha256: () => RunningDigest };

export type RunningDigest = {
  update: (bytes: Uint8Array) => void;
  zeros: (count: number) => Promise<void>;
  /** Lower-case hex. */
  digest: () => string;
};

/** Learns everything about an image while its bytes pass once, in order. */
export type ImageInspection = {
  /** The next bytes. Answers where in the piece data begins and ends; `undefined` when all of it is zero. */
  data: (piece: Buffer) => PageRange | undefined;
  /** The next `count` bytes are zero. */
  zeros: (count: number) => Promise<void>;
  finish: () => {
    readonly digest: string;
    readonly ranges: readonly PageRange[];
    readonly facts: ImageFacts;
  };
};

/** Bytes that lie in a store, read in any order. */
export type StoredBytes = {
  readonly bytes: number;
  read: (offset: number, count: number, signal?: AbortSignal) => Promise<Buffer>;
};

/** Looks inside a machine's disk without starting it. What cannot be read is an answer too; what may pass is thrown. */
export type GuestInspection = (guest: {
  readonly disk: StoredBytes;
  /** Of the image's facts. */
  readonly partitions: readonly Partition[];
  readonly signal: AbortSignal;
}) => Promise<GuestFacts>;

/** Looks into packages (zips) without unpacking them anywhere. */
export type PackageFiles = {
  /**
   * Every file with its digest, by path; undefined for what is no honest zip or more than anybody should unpack.
   * `onBytes` hears of every unpacked piece.
   */
  list: (
    content: StoredBytes,
    onBytes?: (count: number) => void,
    signal?: AbortSignal,
  ) => Promise<readonly PackagedFile[] | undefined>;
  /** One file's content as a stream; undefined when there is none of this path. */
  open: (content: StoredBytes, path: string) => Promise<AsyncIterable<Uint8Array> | undefined>;
};

/** Holds a package to every rule there is. */
export type PackageJudge = {
  /** `trackingId`: what the plan says of it, which the rules hold against the template. */
  outcome: (content: StoredBytes, trackingId: string | null) => Promise<RulesOutcome>;
};
