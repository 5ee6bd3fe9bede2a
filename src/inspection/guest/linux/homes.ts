import type { LinuxGuest } from '../../../domain/certification/guest-facts-schema';
import type { FollowedFiles } from '../followed-links';
import { textBytes } from '../guest-files';
import { findAuthorizedKeys } from './authorized-keys';
import { findCloudCredentials } from './cloud-credentials';
import type { Person } from './people';
import { findPrivateKeys } from './private-keys';

type Homes = Pick<LinuxGuest, 'histories' | 'authorizedKeys' | 'cloudCredentials' | 'unknownCredentials'>;
type Keys = Pick<LinuxGuest, 'privateKeys' | 'unsearchedFolders' | 'unknownKeys'>;

/** More are the same to whoever reads the findings; one is enough to fail. */
const mostPaths = 50;
const historyNames = ['.bash_history', '.sh_history', '.zsh_history', '.ash_history', '.history'];

/** What people leave in their homes. */
export async function gatherHomes(
  files: FollowedFiles,
  people: readonly Person[],
  authorizedKeysFiles: readonly string[],
): Promise<Homes> {
  const histories: { readonly path: string; readonly bytes: number }[] = [];
  const cloudCredentials: string[] = [];
  const unknownCredentials: string[] = [];
  for (const home of new Set(people.map((person) => person.home))) {
    const names = await files.list(home || '/');
    for (const name of historyNames.filter((each) => names.includes(each))) {
      const path = `${home}/${name}`;
      const bytes = await bytesAt(files, path);
      if (bytes > 0) histories.push({ path, bytes });
    }
    const credentials = await findCloudCredentials(files, home, names);
    cloudCredentials.push(...credentials.found);
    unknownCredentials.push(...credentials.unknown);
  }
  const authorizedKeys = await findAuthorizedKeys(files, people, authorizedKeysFiles);
  return {
    histories: heaviest(histories).slice(0, mostPaths),
    authorizedKeys: authorizedKeys.slice(0, mostPaths),
    cloudCredentials: cloudCredentials.slice(0, mostPaths),
    unknownCredentials: unknownCredentials.slice(0, mostPaths),
  };
}

/** In homes and where servers keep theirs. The dearest of all: whoever asks does so last. */
export async function gatherKeys(files: FollowedFiles, people: readonly Person[]): Promise<Keys> {
  const { found, leftOut, unknown } = await findPrivateKeys(files, people);
  return {
    privateKeys: found.slice(0, mostPaths),
    unsearchedFolders: leftOut.slice(0, mostPaths),
    unknownKeys: unknown.slice(0, mostPaths),
  };
}

/** Of the file that a link leads to, too. */
async function bytesAt(files: FollowedFiles, path: string): Promise<number> {
  const entry = await files.look(path);
  return entry?.kind === 'file' ? entry.bytes : ((await files.read(path, textBytes))?.length ?? 0);
}

/** The small ones are allowed: they must not take the place of one that is not. */
function heaviest<Sized extends { readonly bytes: number }>(histories: readonly Sized[]): readonly Sized[] {
  return histories.length <= mostPaths
    ? histories
    : histories.toSorted((one, other) => other.bytes - one.bytes);
}
