import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { isRecord, readError } from './read-error';

/** The API was not reached, or says that it cannot answer just now: the same call may pass a moment later. */
export class ApiTrouble extends CliFailure {
  /** Nothing listens there: that lasts, unless it was just there. */
  readonly isAbsent: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(
    exitCode: number,
    message: string,
    more: { isAbsent?: boolean; retryAfterMs?: number | undefined } = {},
  ) {
    super(exitCode, message, { code: exitCode === exitCodes.ourFault ? 'ownFault' : 'unreachable' });
    this.name = 'ApiTrouble';
    this.isAbsent = more.isAbsent ?? false;
    this.retryAfterMs = more.retryAfterMs;
  }
}

/** No answer at all. */
export function silence(api: string, error: unknown): ApiTrouble {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const why = cause instanceof Error ? cause.message || codeOf(cause) || cause.name : String(cause);
  return new ApiTrouble(
    exitCodes.unreachable,
    `The API at ${api} does not answer (${why}). Start it with "npm start", or see what is wrong with "offer doctor".`,
    { isAbsent: ['ECONNREFUSED', 'ENOTFOUND'].includes(codeOf(cause)) },
  );
}

/** An answer that says: not now. Undefined for every other. */
export function troubleOf(
  api: string,
  answer: Pick<Response, 'status' | 'headers'>,
  body: unknown,
): ApiTrouble | undefined {
  const { status } = answer;
  if (!mayPass(status, readError(body).code)) return undefined;
  const exitCode = status === 500 ? exitCodes.ourFault : exitCodes.unreachable;
  return new ApiTrouble(exitCode, `${api} answered ${status}. ${readError(body).message}`, {
    retryAfterMs: retryAfterMs(answer.headers.get('Retry-After')),
  });
}

/** 501 says that something is switched off; a key in use, that our first try is still at work. */
const mayPass = (status: number, code: string): boolean =>
  (status >= 500 && status !== 501) || status === 429 || code === 'IdempotencyKeyInUse';

function codeOf(error: unknown): string {
  const code = isRecord(error) ? error['code'] : undefined;
  return typeof code === 'string' ? code : '';
}

function retryAfterMs(header: string | null): number | undefined {
  const seconds = Number(header ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
