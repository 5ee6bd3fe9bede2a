import type { PageRange } from '../../domain/replication/page-ranges';

/** One account of our own: staging, or one region. Blobs are named by digest. */
export type BlobStore = {
  readonly name: string;
  exists: (
    name: string,
    signal?: AbortSignal,
  ) => Promise<{ readonly bytes: number; readonly etag: string } | undefined>;
  /** Makes an all-zero page blob of this size; an existing one of the same size is kept as it is. */
  createPageBlob: (name: string, bytes: number) => Promise<void>;
  /** At most 4 MiB, 512-aligned. */
  writePages: (name: string, offset: number, pages: Buffer, signal?: AbortSignal) => Promise<void>;
  writeBlock: (name: string, content: Buffer, contentType: string) => Promise<void>;
  /** Block number `index` (from 0) of a blob that does not exist until {@link commitBlocks}; at most 4 MiB. */
  stageBlock: (name: string, index: number, content: Buffer, signal?: AbortSignal) => Promise<void>;
  /** Makes the blob out of its first `count` blocks. */
  commitBlocks: (name: string, count: number, contentType: string, signal?: AbortSignal) => Promise<void>;
  /** Gives a finished upload its digest as name (copy inside the account) and drops the old one. */
  rename: (from: string, to: string, signal?: AbortSignal) => Promise<void>;
  read: (name: string, offset: number, count: number, signal?: AbortSignal) => Promise<Buffer>;
  /** Fills the caller's buffer, so that it can be used again. */
  readInto: (name: string, offset: number, into: Buffer, signal?: AbortSignal) => Promise<void>;
  dataRanges: (name: string, signal?: AbortSignal) => Promise<readonly PageRange[]>;
  /** Also succeeds when there is no such blob. With an ETag, a blob that changed since is kept. */
  delete: (name: string, etag?: string, signal?: AbortSignal) => Promise<void>;
  list: (
    prefix?: string,
    signal?: AbortSignal,
  ) => AsyncIterable<{ readonly name: string; readonly bytes: number; readonly changedAt: Date }>;
  /** A read-only URL that expires. Made at read time, never stored. */
  readUrl: (name: string, expires: Date) => Promise<string>;
  ping: () => Promise<void>;
};
