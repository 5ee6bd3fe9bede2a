import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { PageRange } from '../../domain/replication/page-ranges';

/** Part of the disk that is not zero: its own bytes, or noise that starts with this block. */
export type Segment = PageRange & { readonly noiseFrom?: number };

export type DiskFixture = {
  readonly bytes: number;
  readonly segments: readonly Segment[];
  /** Contents of the segments that are not noise, one after another. */
  readonly content: Buffer;
};

/** One line of JSON, then the content; all of it compressed. */
export function packFixture({ bytes, segments, content }: DiskFixture): Buffer {
  const header = Buffer.from(`${JSON.stringify({ bytes, segments })}\n`);
  return brotliCompressSync(Buffer.concat([header, content]), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

export function unpackFixture(packed: Buffer): DiskFixture {
  const plain = brotliDecompressSync(packed);
  const headerEnd = plain.indexOf('\n');
  const header = JSON.parse(plain.toString('utf8', 0, headerEnd)) as Omit<DiskFixture, 'content'>;
  return { ...header, content: plain.subarray(headerEnd + 1) };
}
