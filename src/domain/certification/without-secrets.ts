import { mask, maskedWords } from '../offer/secrets';

/**
 * A text of a publisher's as findings may hold it: with a mask in place of every secret, and cut where nobody reads on.
 * Publishers write secrets where none belong, and findings go into reports, histories and mails. Doing it twice changes
 * nothing. Cut texts only afterwards: what is left of a secret may no longer be known as one.
 */
export function withoutSecrets(text: string): string {
  const short = text.length <= longest ? text : `${text.slice(0, longest)}…`;
  return forms.reduce((masked, form) => masked.replace(form, hidden), maskedWords(short));
}

/** The beginning of a text, for findings. */
export const beginningOf = (text: string, length: number): string => withoutSecrets(text).slice(0, length);

/** Also bounds the time that a hostile text can take. */
const longest = 4000;

/** What is captured first tells what is hidden, and stays. */
const hidden = (whole: string, name?: unknown): string =>
  typeof name === 'string' && whole.startsWith(name) ? name + mask : mask;

/** Secrets that are known by how they look or by the name before them, wherever they stand. */
const forms: readonly RegExp[] = [
  // Keys of SSH, TLS, PuTTY and WireGuard.
  /(-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----)[^]*?(?=-----END|$)/gi,
  /(PuTTY-User-Key-File-)[^]+/gi,
  // `Password=...` of connection strings, `"password": "..."`, `aws_secret_access_key = ...`, `//host/:_authToken=...`.
  /((?:passw(?:or)?d|pwd|secret|token|(?:access|account|api|application|private|secret|shared|subscription)[_-]?key|key-data|_auth|"auth)["'\\]*\s*[:=]\s*["'\\]*)(?![[({])[^\s;&,"'\\<>]{3,}/gi,
  /((?:^|;)\s*(?:password|pwd)\s*=)[^;]+/gi,
  /(\blogin\s+\S+\s+password\s+)\S+/gi,
  /(\bbearer\s+)[\w.~+/-]{12,}=*/gi,
  // Keys of storage accounts, buses and signatures alone: nothing else is that long and padded.
  /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43,}={1,2}/gi,
  /(?<![A-Za-z0-9%])(?:[A-Za-z0-9]|%2[bf]){43,}%3d/gi,
  // Tokens that tell who made them: JSON web tokens, GitHub, npm, Slack, Amazon, Entra.
  /\beyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/gi,
  /\b(?:gh[pousr]_|github_pat_|npm_)\w{20,}/gi,
  /\bxox[a-z]-[\w-]{10,}/gi,
  /\bAKIA[A-Z0-9]{16}\b/gi,
  /[\w~.-]{3}\dQ~[\w~.-]{31,34}/gi,
];
