import type { ImageFacts } from '../../domain/certification/image-facts-schema';
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
