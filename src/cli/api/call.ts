import type { OfferKey } from '../../domain/offer/ids';
import type { Connection } from '../connection';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { readError } from './read-error';
import { silence, troubleOf } from './trouble';

export type ApiAnswer = {
  readonly status: number;
  readonly body: unknown;
  /** Of a document that can be saved again. */
  readonly etag: string | undefined;
};

export type ApiCall = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly patienceMs?: number;
};

const usualPatienceMs = 30_000;

export const publisherPath = (publisherId: string): string => `/api/publishers/${publisherId}`;

export const offerPath = ({ publisherId, offerId }: OfferKey): string =>
  `${publisherPath(publisherId)}/offers/${offerId}`;

/** One call. An answer of any kind is returned; only silence, a wrong token and faults of the API are thrown. */
export async function callApi(
  connection: Connection,
  { method, path, body, headers, patienceMs = usualPatienceMs }: ApiCall,
): Promise<ApiAnswer> {
  const { api, interrupted } = connection;
  const limits = AbortSignal.any([AbortSignal.timeout(patienceMs), interrupted]);
  const answer = await reach(connection, path, {
    method,
    headers: { ...headersFor(connection), 'Content-Type': 'application/json', ...headers },
    signal: limits,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const read = await jsonOf(connection, answer);
  // These say of themselves what is wrong; "not ready" is an answer there.
  const trouble = path === '/readyz' || path === '/doctor' ? undefined : troubleOf(api, answer, read);
  if (trouble !== undefined) throw trouble;
  throwIfTokenRefused(api, answer.status, read);
  return { status: answer.status, body: read, etag: answer.headers.get('ETag') ?? undefined };
}

export function throwIfTokenRefused(api: string, status: number, body: unknown): void {
  if (status !== 401) return;
  const { code, message } = readError(body);
  throw new CliFailure(exitCodes.usage, `${api} does not accept the token. ${message}`, { code });
}

/** What every call says of its sender. */
export const headersFor = ({ token, language }: Connection): Record<string, string> => ({
  Authorization: `Bearer ${token}`,
  'Accept-Language': language,
});

async function reach(
  { api, interrupted }: Connection,
  path: string,
  request: RequestInit,
): Promise<Response> {
  try {
    return await fetch(`${api}${path}`, request);
  } catch (error) {
    interrupted.throwIfAborted();
    throw silence(api, error);
  }
}

async function jsonOf({ api, interrupted }: Connection, answer: Response): Promise<unknown> {
  let text: string;
  try {
    text = await answer.text();
  } catch (error) {
    interrupted.throwIfAborted();
    throw silence(api, error);
  }
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
