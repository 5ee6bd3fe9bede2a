import type { SourceRefusal } from '../../domain/certification/source-facts';
import type { PageRange } from '../../domain/replication/page-ranges';

/** What the publisher's URL leads to. Every request goes through the SSRF-safe client. */
export type SourceReader = {
  /** Identity and size, without reading the content. */
  stat: (
    url: string,
    signal?: AbortSignal,
  ) => Promise<SourceAnswer<{ readonly etag: string; readonly bytes: number; readonly blobType: string }>>;
  /** Where a page blob holds data; undefined when the service does not say. */
  dataRanges: (url: string, signal?: AbortSignal) => Promise<readonly PageRange[] | undefined>;
  /**
   * Fills `into` with the bytes from `start` on, of exactly this version; `changed` when the source's ETag is
   * another by now. The caller's buffer, so that it can be used again: garbage of this size comes faster than it goes.
   */
  read: (
    url: string,
    bytes: { readonly start: number; readonly into: Buffer; readonly etag: string },
    signal?: AbortSignal,
  ) => Promise<SourceAnswer<Buffer>>;
};

/** A refusal that retrying cannot cure is an answer; anything that may pass is thrown. */
export type SourceAnswer<T> =
  | { readonly kind: 'found'; readonly value: T }
  | {
      readonly kind: 'refused';
      readonly status: number;
      readonly reason: SourceRefusal;
      readonly detail: string;
    };
