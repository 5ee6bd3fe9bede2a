import type { LinuxGuest } from '../../../domain/certification/guest-facts-schema';
import type { FollowedFiles } from '../followed-links';
import { linesOf } from '../guest-files';
import { GuestUnreadable } from '../guest-unreadable';
import type { Person } from './people';

/** Looked at in any case: another server, or the next version of the same settings, goes by them. */
const usual = ['.ssh/authorized_keys', '.ssh/authorized_keys2'];

const mostPatterns = 200;

/** Files that let in holders of SSH keys: the usual ones, and those of `AuthorizedKeysFile`. */
export async function findAuthorizedKeys(
  files: FollowedFiles,
  people: readonly Person[],
  settings: readonly string[],
): Promise<LinuxGuest['authorizedKeys']> {
  const patterns = [...new Set([...usual, ...settings.filter((each) => each.toLowerCase() !== 'none')])];
  if (patterns.length > mostPatterns) throw new GuestUnreadable('tooMuch', 'files of authorized keys');
  const found = new Map<string, { readonly path: string; readonly keys: number }>();
  for (const person of people) {
    for (const pattern of patterns) {
      const path = pathFor(person, pattern);
      const real = await files.real(path);
      if (real === undefined || found.has(real)) continue;
      const keys = await keysIn(files, real);
      if (keys > 0) found.set(real, { path, keys });
    }
  }
  return [...found.values()];
}

async function keysIn(files: FollowedFiles, path: string): Promise<number> {
  const lines = (await linesOf(files, path)).map((line) => line.trim());
  return lines.filter((line) => line !== '' && !line.startsWith('#')).length;
}

/** Tokens of sshd_config(5); a path that is not absolute begins in the home. */
function pathFor({ name, id, home }: Person, pattern: string): string {
  const values: Readonly<Record<string, string>> = { '%%': '%', '%h': home, '%u': name, '%U': id };
  const path = pattern.replace(/%[%huU]/g, (token) => values[token] ?? token);
  return path.startsWith('/') ? path : `${home}/${path}`;
}
