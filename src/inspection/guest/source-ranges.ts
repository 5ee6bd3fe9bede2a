import type { SourceAnswer, SourceReader } from '../../services/ports';
import type { RangeReader } from './range-reader';

type Source = { readonly url: string; readonly etag: string; readonly bytes: number };
type Refusal = Extract<SourceAnswer<never>, { readonly kind: 'refused' }>;

/** In the middle of reading: the source has changed, or may not be read any more. */
export class SourceRefused extends Error {
  override readonly name = 'SourceRefused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`The image cannot be read any more: ${refusal.reason} (${refusal.detail}).`);
    this.refusal = refusal;
  }
}

/** A blob behind a SAS URL, of exactly this version. Throws `SourceRefused`. */
export function sourceRanges(sources: Pick<SourceReader, 'read'>, { url, etag, bytes }: Source): RangeReader {
  return {
    bytes,
    async read(offset, length, signal) {
      const answer = await sources.read(url, { start: offset, into: Buffer.alloc(length), etag }, signal);
      if (answer.kind === 'found') return answer.value;
      throw new SourceRefused(answer);
    },
  };
}
