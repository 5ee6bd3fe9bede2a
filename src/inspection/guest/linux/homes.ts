import type { LinuxGuest } from '../../../domain/certification/guest-facts-schema';
import { type GuestFiles, linesOf, textBytes } from '../guest-files';
import { findCloudCredentials } from './cloud-credentials';
import { findPrivateKeys } from './private-keys';

type Homes = Pick<LinuxGuest, 'histories' | 'authorizedKeys' | 'privateKeys' | 'cloudCredentials'>;

const mostHomes = 100;
const mostPaths = 50;
const historyNames = ['.bash_history', '.sh_history', '.zsh_history', '.ash_history', '.history'];

/** What people leave in their homes, and keys that belong to nobody's. */
export async function gatherHomes(files: GuestFiles): Promise<Homes> {
  const found = {
    histories: [] as { readonly path: string; readonly bytes: number }[],
    authorizedKeys: [] as { readonly path: string; readonly keys: number }[],
    cloudCredentials: [] as string[],
  };
  const homes = await homesIn(files);
  for (const home of homes) {
    const names = await files.list(home);
    for (const name of historyNames.filter((each) => names.includes(each))) {
      const path = `${home}/${name}`;
      const bytes = await bytesAt(files, path);
      if (bytes > 0) found.histories.push({ path, bytes });
    }
    if (names.includes('.ssh')) found.authorizedKeys.push(...(await authorizedKeysIn(files, `${home}/.ssh`)));
    found.cloudCredentials.push(...(await findCloudCredentials(files, home, names)));
  }
  return {
    histories: found.histories.slice(0, mostPaths),
    authorizedKeys: found.authorizedKeys.slice(0, mostPaths),
    cloudCredentials: found.cloudCredentials.slice(0, mostPaths),
    privateKeys: (await findPrivateKeys(files, homes)).slice(0, mostPaths),
  };
}

/** Of the file that a link leads to, too. */
async function bytesAt(files: GuestFiles, path: string): Promise<number> {
  const entry = await files.look(path);
  return entry?.kind === 'file' ? entry.bytes : ((await files.read(path, textBytes))?.length ?? 0);
}

/** Of everybody in passwd, and of whoever was there before. System accounts name folders that are no homes. */
async function homesIn(files: GuestFiles): Promise<readonly string[]> {
  const people = (await linesOf(files, '/etc/passwd')).flatMap((line) => {
    const [, , id, , , home = ''] = line.split(':');
    const isPerson = id === '0' || Number(id) >= 1000;
    return isPerson && /^\/[^/]/.test(home) && home !== '/nonexistent' ? [home.replace(/\/+$/, '')] : [];
  });
  const folders = (await files.list('/home')).map((name) => `/home/${name}`);
  return [...new Set(['/root', ...folders, ...people])].slice(0, mostHomes);
}

async function authorizedKeysIn(files: GuestFiles, folder: string): Promise<Homes['authorizedKeys']> {
  const found: { readonly path: string; readonly keys: number }[] = [];
  for (const name of ['authorized_keys', 'authorized_keys2']) {
    const lines = await linesOf(files, `${folder}/${name}`);
    const keys = lines.filter((line) => line.trim() !== '' && !line.trim().startsWith('#')).length;
    if (keys > 0) found.push({ path: `${folder}/${name}`, keys });
  }
  return found;
}
