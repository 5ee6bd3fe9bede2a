import { readingPlan } from '../../domain/replication/reading-plan';
import { sourceRanges, SourceRefused } from '../guest/source-ranges';
import type { ImageTools } from './image-tools';
import type { OpenedImage } from './opened-image';

const pieceBytes = 512 * 1024;

/**
 * On a long way there is an answer for each only after a while, so what is asked for at once is what comes in that time:
 * 4 MiB. More would not fit the memory that a certification may take.
 */
const held = 8;

type Source = { readonly url: string; readonly etag: string; readonly bytes: number };

/** An image behind a SAS URL, of exactly this version; only ranges that hold data are fetched. */
export async function openImageSource(
  sources: ImageTools['sources'],
  source: Source,
  signal: AbortSignal,
): Promise<OpenedImage> {
  const { url, etag, bytes } = source;
  const data = (await sources.dataRanges(url, signal)) ?? [{ start: 0, end: bytes }];
  return {
    bytes,
    pass: {
      pieces: readingPlan(bytes, data, pieceBytes),
      largest: pieceBytes,
      held,
      read: async (start, into) => {
        const answer = await sources.read(url, { start, into, etag }, signal);
        if (answer.kind === 'refused') throw new SourceRefused(answer);
      },
    },
    ranges: sourceRanges(sources, source),
    close: async () => undefined,
  };
}
