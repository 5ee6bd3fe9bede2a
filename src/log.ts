import { pino, type Logger } from 'pino';

/** Fields that may hold a secret, wherever they stand in a logged object. */
const secretPaths = [
  '*.password',
  '*.accountKey',
  '*.sas',
  '*.url',
  '*.token',
  '*.authorization',
  'url',
  'token',
];

export type Log = Logger;

/** JSON logs on stdout, one line each; `publicationId` is a field of every line about a publication. */
export function createLog(name: string, level: string): Log {
  return pino({ name, level, redact: { paths: secretPaths, censor: '[redacted]' } });
}
