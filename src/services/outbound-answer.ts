import { SafeHttpError, type SafeHttpFailure } from './safe-http/safe-http-error';

/** What to make of a stranger's HTTP status: done, final, or worth another try. */
export function classOf(status: number): 'ok' | 'final' | 'passing' {
  if (status >= 200 && status < 300) return 'ok';
  return status >= 500 || passing.has(status) ? 'passing' : 'final';
}

/** Request timeout, conflict, too early, too many requests. */
const passing: ReadonlySet<number> = new Set([408, 409, 425, 429]);

/** Why a request can never succeed as it is, in words without secrets; undefined when another try may. */
export function finalReason(error: unknown): string | undefined {
  return error instanceof SafeHttpError && final.has(error.code) ? error.detail : undefined;
}

const final: ReadonlySet<SafeHttpFailure> = new Set(['badUrl', 'blocked', 'tooLarge', 'tooManyRedirects']);

/** An address that the publisher gave did not answer as it has to. Says which, for the publisher, and no secret. */
export class OutsideAnswerError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OutsideAnswerError';
  }
}

const shownCharacters = 200;

/** The start of an answer as it may be shown: one line, no control characters, none of `secrets`. */
export function shownAnswer(status: number, body: string, secrets: readonly string[]): string {
  const hidden = secrets
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.replaceAll(secret, '********'), body);
  const line = hidden.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return `HTTP ${status}${line === '' ? '' : ` ${line}`}`.slice(0, shownCharacters);
}

/** Keys often stand in an address's query or path, and some receivers repeat their address in an error. */
export function secretsOfUrl(url: string): readonly string[] {
  const { pathname, search, searchParams } = new URL(url);
  const parts = [search.slice(1), ...searchParams.values(), ...pathname.split('/')];
  return parts.flatMap((part) => [part, decoded(part)]).filter((part) => part.length >= 8);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
