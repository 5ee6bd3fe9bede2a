import { SafeHttpError } from './safe-http-error';
import type { SafeRequest, SafeResponse } from './safe-request';
import { withinDeadline } from './within-deadline';

const mostRedirects = 3;
const defaultDeadlineMs = 60_000;
const redirects = new Set([301, 302, 303, 307, 308]);

/** Sends a request and, for GET and HEAD, goes where its answers point; one deadline over all hops. */
export async function followRedirects(
  request: SafeRequest,
  send: (hop: SafeRequest, signal: AbortSignal) => Promise<SafeResponse>,
): Promise<SafeResponse> {
  return withinDeadline(request.deadlineMs ?? defaultDeadlineMs, request.signal, async (signal) => {
    let hop = request;
    for (let count = 0; count <= mostRedirects; count++) {
      const answer = await send(hop, signal);
      const next = nextHop(hop, answer);
      if (!next) return answer;
      hop = next;
    }
    throw new SafeHttpError('tooManyRedirects', request.url, `more than ${mostRedirects} redirects`);
  });
}

function nextHop(hop: SafeRequest, { status, headers }: SafeResponse): SafeRequest | undefined {
  const { location } = headers;
  if (location === undefined || !redirects.has(status)) return undefined;
  if (hop.method !== 'GET' && hop.method !== 'HEAD') return undefined;
  if (!URL.canParse(location, hop.url)) throw new SafeHttpError('badUrl', hop.url, 'redirects to no URL');
  const url = new URL(location, hop.url);
  if (url.origin === new URL(hop.url).origin) return { ...hop, url: url.href };
  // Whatever the caller sent was meant for the first origin only.
  return { ...hop, url: url.href, headers: {} };
}
