import type { FollowedFiles } from '../followed-links';
import { GuestUnreadable } from '../guest-unreadable';
import { keyInFile } from './key-in-file';
import type { Person } from './people';

/** Folders where servers keep their keys. */
const serverFolders = [
  '/etc/ssh',
  '/etc/ssl',
  '/etc/pki',
  '/etc/letsencrypt',
  '/etc/wireguard',
  '/etc/openvpn',
  '/etc/ipsec.d',
  '/etc/nginx',
  '/etc/apache2',
  '/etc/httpd',
  '/etc/haproxy',
  '/etc/stunnel',
  '/etc/kubernetes',
  '/opt',
  '/srv',
  '/var/www',
  '/usr/local/etc',
];

/** Homes of accounts that are no homes: the system's own programs and devices. */
const systemFolder = /^(?:|\/(?:bin|sbin|dev|proc|sys|run|usr|usr\/s?bin|var|etc))$/;

/** What package managers unpack: thousands of files, with keys that everybody has because their tests need some. */
const packageFolders = new Set(['node_modules', 'site-packages', 'dist-packages', '__pycache__', '.git']);

const mostEntries = 50_000;
const mostDepth = 40;
const keyName =
  /^id_(?!.*\.pub$)|^identity$|_(?:rsa|dsa|ecdsa|ed25519|key)$|\.(?:pem|key|ppk|p12|pfx|jks|asc|gpg|pgp)$/i;
const keyFolder = /\/\.ssh$|\/wireguard$|^\/etc\/ssh$/;
/** The SSH server's own are told apart: they are leftovers. */
const hostKey = /^\/etc\/ssh\/ssh_host_\w*key$/;

export type KeySearch = {
  readonly found: readonly string[];
  /** Folders of packages, which nobody looked into. */
  readonly leftOut: readonly string[];
  /** Files that may hold one, and folders that could not be looked through wholly. */
  readonly unknown: readonly string[];
};

/**
 * Files that hold a private key, in homes and where servers keep theirs. Every folder and file is looked at once, however
 * many links lead to it. Where there is more than anybody could look through, the rest of the folder is unknown.
 */
export async function findPrivateKeys(files: FollowedFiles, people: readonly Person[]): Promise<KeySearch> {
  const homes = people.map(({ home, hasShell }) =>
    hasShell && !systemFolder.test(home) ? home : `${home}/.ssh`,
  );
  const search: Search = { files, seen: new Set(), found: [], leftOut: [], unknown: [], entries: 0 };
  // Asked before anything is searched: later the limits of reading may be reached, and then nobody knows what is there.
  for (const folder of await foldersAmong(files, [...homes, ...serverFolders])) {
    search.entries = 0;
    try {
      await searchFolder(search, folder, 0);
    } catch (error) {
      if (!(error instanceof GuestUnreadable)) throw error;
      search.unknown.push(folder);
    }
  }
  return { found: search.found, leftOut: search.leftOut, unknown: search.unknown };
}

async function foldersAmong(files: FollowedFiles, paths: readonly string[]): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const path of paths) {
    const real = await files.real(path);
    if (real === '/' || (real !== undefined && (await files.look(real))?.kind === 'directory'))
      folders.push(path);
  }
  return folders;
}

type Search = {
  readonly files: FollowedFiles;
  /** Paths without links. */
  readonly seen: Set<string>;
  readonly found: string[];
  readonly leftOut: string[];
  readonly unknown: string[];
  /** Of the folder that is searched. */
  entries: number;
};

async function searchFolder(search: Search, folder: string, depth: number): Promise<void> {
  if (depth > mostDepth)
    throw new GuestUnreadable('tooMuch', `folders within folders of ${folder.slice(0, 60)}`);
  const real = await unseen(search, folder);
  if (real === undefined) return;
  for (const name of await search.files.list(real)) {
    if (name === '.' || name === '..') continue;
    if ((search.entries += 1) > mostEntries) {
      throw new GuestUnreadable('tooMuch', `${mostEntries} files that may hold keys`);
    }
    const path = `${folder}/${name}`;
    if (packageFolders.has(name)) search.leftOut.push(path);
    else await searchEntry(search, path, depth);
  }
}

async function searchEntry(search: Search, path: string, depth: number): Promise<void> {
  const { files, found, unknown } = search;
  const own = await files.look(path);
  const real = own?.kind === 'link' ? await files.real(path) : path;
  if (own === undefined || real === undefined) return;
  const kind = own.kind === 'link' ? (await files.look(real))?.kind : own.kind;
  if (kind === 'directory') await searchFolder(search, path, depth + 1);
  if (kind !== 'file' || !mayBeKey(path, real)) return;
  const file = await unseen(search, real);
  if (file === undefined || hostKey.test(file)) return;
  const held = await keyInFile(files, file);
  if (held === 'key') found.push(path);
  if (held === 'unknown') unknown.push(path);
}

async function unseen({ files, seen }: Search, path: string): Promise<string | undefined> {
  const real = await files.real(path);
  if (real === undefined || seen.has(real)) return undefined;
  seen.add(real);
  return real;
}

/** By its own name, or by that of a link to it. */
function mayBeKey(...paths: readonly string[]): boolean {
  return paths.some((path) => {
    const end = path.lastIndexOf('/');
    return keyName.test(path.slice(end + 1)) || keyFolder.test(path.slice(0, end));
  });
}
