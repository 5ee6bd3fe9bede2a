import { homedir } from 'node:os';
import { join } from 'node:path';

/** One folder per user, shared by all checkouts. */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'offer-publication');
}
