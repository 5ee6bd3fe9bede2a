import { type OfferKey } from '../domain/offer/ids';
import type { Connection } from './connection';
import { exitCodes } from './exit-codes';
import { CliFailure } from './failure';

export type ApiAnswer = { readonly status: number; readonly body: unknown };
export type ApiCall = {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: unknown;
  readonly patienceMs?: number;
};

const usualPatienceMs = 30_000;

export const offerPath = ({ publisherId, offerId }: OfferKey): string =>
  `/api/publishers/${publisherId}/offers/${offerId}`;

/** One call. An answer of any kind is returned; only silence, a wrong token and our own faults end the command. */
export async function callApi(
  { api, token }: Connection,
  { method, path, body, patienceMs = usualPatienceMs }: ApiCall,
): Promise<ApiAnswer> {
  const answer = await reach(api, path, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    signal: AbortSignal.timeout(patienceMs),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const read = await jsonOf(answer);
  if (answer.status === 401) {
    throw new CliFailure(exitCodes.usage, `${api} does not accept the token. ${errorOf(read).message}`);
  }
  if (answer.status >= 500 && path !== '/readyz') {
    throw new CliFailure(exitCodes.ourFault, `${api} answered ${answer.status}. ${errorOf(read).message}`);
  }
  return { status: answer.status, body: read };
}

async function reach(api: string, path: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(`${api}${path}`, request);
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new CliFailure(
      exitCodes.ourFault,
      `The API at ${api} does not answer (${why}). Start it with "npm start", or see what is wrong with "offer doctor".`,
    );
  }
}

async function jsonOf(answer: Response): Promise<unknown> {
  const text = await answer.text();
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}

export type ReadError = {
  readonly code: string;
  readonly message: string;
  readonly details: readonly unknown[];
};

/** The error envelope of an answer, or what can be said without one. */
export function errorOf(body: unknown): ReadError {
  const error = isRecord(body) && isRecord(body['error']) ? body['error'] : {};
  const { code, message, details } = error;
  return {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : 'It said no more than that.',
    details: Array.isArray(details) ? details : [],
  };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
