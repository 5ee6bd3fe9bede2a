/**
 * - `badUrl` no absolute http(s) URL, or one with credentials in it
 * - `blocked` an address that strangers may not send us to, or a name that does not resolve
 * - `unreachable` refused, reset, TLS or protocol fault
 * - `timeout` too slow, `tooLarge` more bytes than asked for, `tooManyRedirects`
 * - `canceled` the caller's signal
 */
export type SafeHttpFailure =
  'badUrl' | 'blocked' | 'unreachable' | 'timeout' | 'tooLarge' | 'tooManyRedirects' | 'canceled';

/** One text for a name nobody has and for one that leads to our inside: strangers do not learn our names by asking. */
export const noPublicHost = 'no such host in the public internet';

/** Says where and why, never path or query: both may hold a secret, and errors travel far. Has no `cause`, for the same reason. */
export class SafeHttpError extends Error {
  readonly code: SafeHttpFailure;
  readonly detail: string;

  constructor(code: SafeHttpFailure, url: string, detail: string) {
    super(`${originOf(url)}: ${detail}`);
    this.name = 'SafeHttpError';
    this.code = code;
    this.detail = detail;
  }
}

function originOf(url: string): string {
  if (!URL.canParse(url)) return 'malformed URL';
  const { protocol, host } = new URL(url);
  return `${protocol}//${host}`;
}
