import type { SafeHttp } from '../safe-http/safe-http';
import type { SourceReader } from '../ports';
import { type AskPace, patientPace, openAsk } from './ask';
import { listPageRanges } from './page-list';
import { refusalOf } from './refusal';

/** Reads blobs behind SAS URLs by the Blob service's REST API; nothing but what the URL itself permits. */
export function createSourceReader(http: SafeHttp, pace: AskPace = patientPace): SourceReader {
  const ask = openAsk(http, pace);
  return {
    async stat(url, signal) {
      const answer = await ask({ method: 'HEAD', url, maxBytes: 0, signal });
      if (answer.kind === 'refused') return answer;
      const { status, headers } = answer.value;
      const { etag } = headers;
      const bytes = Number(headers['content-length'] ?? NaN);
      if (status !== 200 || !etag || !Number.isSafeInteger(bytes)) return refusalOf(answer.value);
      return { kind: 'found', value: { etag, bytes, blobType: headers['x-ms-blob-type'] ?? '' } };
    },

    dataRanges: (url, signal) => listPageRanges(ask, url, signal),

    async read(url, { start, into, etag }, signal) {
      const headers = { range: `bytes=${start}-${start + into.length - 1}`, 'if-match': etag };
      const answer = await ask({ method: 'GET', url, headers, into, signal });
      if (answer.kind === 'refused') return answer;
      const { status, body } = answer.value;
      if (status === 416)
        return { kind: 'refused', status, reason: 'changed', detail: 'the blob is shorter now' };
      if (status !== 206 || body.length !== into.length) return refusalOf(answer.value);
      return { kind: 'found', value: into };
    },
  };
}
