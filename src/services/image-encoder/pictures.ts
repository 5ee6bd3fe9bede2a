import type { PictureSize } from '../../domain/certification/listing/picture-facts';
import { classOf, finalReason, OutsideAnswerError } from '../outbound-answer';
import type { PictureAnswer, Pictures } from '../ports';
import type { SafeHttp } from '../safe-http/safe-http';
import type { SafeResponse } from '../safe-http/safe-request';
import { encodePicture } from './encode-picture';

const longestFile = 5 * 1024 * 1024;
const deadlineMs = 25_000;

/** Pictures from addresses that publishers choose, made harmless. */
export function createPictures(http: SafeHttp): Pictures {
  return {
    async load(url, size, signal) {
      const file = await fetched(http, url, signal);
      return file.kind === 'fetched' ? encoded(file.content, size) : file;
    },
  };
}

type Fetched = { readonly kind: 'fetched'; readonly content: Buffer };

async function fetched(
  http: SafeHttp,
  url: string,
  signal: AbortSignal | undefined,
): Promise<Fetched | Extract<PictureAnswer, { readonly kind: 'unavailable' | 'unusable' }>> {
  try {
    const limits = { maxBytes: longestFile, deadlineMs, ...(signal && { signal }) };
    return contentOf(await http.request({ method: 'GET', url, ...limits }));
  } catch (error) {
    const detail = finalReason(error);
    if (detail === undefined) throw error;
    return { kind: 'unavailable', detail };
  }
}

function contentOf({ status, body }: SafeResponse): Awaited<ReturnType<typeof fetched>> {
  switch (classOf(status)) {
    case 'ok':
      return { kind: 'fetched', content: body };
    case 'final':
      return { kind: 'unavailable', detail: `HTTP ${status}` };
    case 'passing':
      throw new OutsideAnswerError(`A picture's server answered HTTP ${status}.`);
  }
}

async function encoded(content: Buffer, size: PictureSize): Promise<PictureAnswer> {
  const answer = await encodePicture(content, size);
  return answer.kind === 'unusable' ? answer : { ...answer, kind: 'loaded' };
}
