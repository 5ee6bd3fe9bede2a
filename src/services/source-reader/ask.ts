import { setTimeout as delay } from 'node:timers/promises';
import type { SafeHttp } from '../safe-http/safe-http';
import { SafeHttpError } from '../safe-http/safe-http-error';
import type { SourceAnswer } from '../ports';
import type { SafeRequest, SafeResponse } from '../safe-http/safe-request';
import { refusalOfFault } from './refusal';

export type AskPace = {
  readonly tries: number;
  /** Pause before the second try; doubles from try to try. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
};

/** Some 15 s in all. What lasts longer is left to the activity's retries, which people can see. */
export const patientPace: AskPace = { tries: 6, firstPauseMs: 400, longestPauseMs: 8_000 };

export type AskRequest = Omit<SafeRequest, 'signal'> & { readonly signal: AbortSignal | undefined };

/** Sends a request until an answer is final. Throws when trying again later may help. */
export type Ask = (request: AskRequest) => Promise<SourceAnswer<SafeResponse>>;

/** Fixed, so that answers do not vary with the version a SAS was signed under. */
const serviceVersion = '2021-12-02';

/** The storage is there and cannot answer just now. */
export class StorageBusy extends Error {
  override readonly name = 'StorageBusy';
}

export function openAsk(http: SafeHttp, pace: AskPace): Ask {
  return async ({ signal, headers, ...request }) => {
    for (let attempt = 1; ; attempt++) {
      signal?.throwIfAborted();
      const outcome = await once(http, {
        ...request,
        headers: { ...headers, 'x-ms-version': serviceVersion },
        ...(signal && { signal }),
      });
      if (outcome.kind !== 'passing') return outcome;
      if (attempt === pace.tries) throw outcome.error;
      await delay(pauseBefore(attempt, outcome.retryAfterMs, pace), undefined, signal && { signal });
    }
  };
}

type Passing = {
  readonly kind: 'passing';
  readonly error: Error;
  readonly retryAfterMs: number;
};

async function once(http: SafeHttp, request: SafeRequest): Promise<SourceAnswer<SafeResponse> | Passing> {
  try {
    const response = await http.request(request);
    const { status, headers } = response;
    if (status < 500 && status !== 408 && status !== 429) return { kind: 'found', value: response };
    const error = new StorageBusy(
      `The image's storage answered ${status} ${headers['x-ms-error-code'] ?? ''}`.trim(),
    );
    return { kind: 'passing', error, retryAfterMs: secondsOf(headers['retry-after']) * 1000 };
  } catch (error) {
    if (!(error instanceof SafeHttpError)) throw error;
    switch (error.code) {
      case 'canceled':
        request.signal?.throwIfAborted();
        throw error;
      case 'badUrl':
      case 'blocked':
      case 'tooLarge':
      case 'tooManyRedirects':
        return refusalOfFault(error);
      case 'timeout':
      case 'unreachable':
        return { kind: 'passing', error, retryAfterMs: 0 };
    }
  }
}

function pauseBefore(attempt: number, retryAfterMs: number, pace: AskPace): number {
  const doubled = pace.firstPauseMs * 2 ** (attempt - 1);
  return Math.min(Math.max(doubled, retryAfterMs), pace.longestPauseMs);
}

function secondsOf(retryAfter: string | undefined): number {
  return retryAfter !== undefined && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : 0;
}
