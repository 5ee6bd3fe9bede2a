import type { FollowedFiles } from '../followed-links';
import { GuestUnreadable } from '../guest-unreadable';
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
const headBytes = 64 * 1024;
const keyName = /^id_(?!.*\.pub$)|^identity$|_(?:rsa|dsa|ecdsa|ed25519|key)$|\.(?:pem|key|ppk|p12|pfx|jks)$/i;
const keyFolder = /\/\.ssh$|\/wireguard$|^\/etc\/ssh$/;
/** The SSH server's own are told apart: they are leftovers. */
const hostKey = /^\/etc\/ssh\/ssh_host_\w*key$/;
const binaryKey = /\.(?:p12|pfx|jks)$/i;
const keyMark = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----|^PuTTY-User-Key-File-|^[ \t]*PrivateKey[ \t]*=/m;

export type KeySearch = {
  readonly found: readonly string[];
  /** Folders of packages, which nobody looked into. */
  readonly leftOut: readonly string[];
};

/**
 * Files that hold a private key, in homes and where servers keep theirs. Every folder and file is looked at once, however
 * many links lead to it. Throws `GuestUnreadable` where there is more than anybody could look through.
 */
export async function findPrivateKeys(files: FollowedFiles, people: readonly Person[]): Promise<KeySearch> {
  const homes = people.map(({ home, hasShell }) =>
    hasShell && !systemFolder.test(home) ? home : `${home}/.ssh`,
  );
  const search: Search = { files, seen: new Set(), found: [], leftOut: [], entries: 0 };
  for (const folder of [...homes, ...serverFolders]) await searchFolder(search, folder, 0);
  return { found: search.found, leftOut: search.leftOut };
}

type Search = {
  readonly files: FollowedFiles;
  /** Paths without links. */
  readonly seen: Set<string>;
  readonly found: string[];
  readonly leftOut: string[];
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
  const { files, found } = search;
  const own = await files.look(path);
  const real = own?.kind === 'link' ? await files.real(path) : path;
  if (own === undefined || real === undefined) return;
  const kind = own.kind === 'link' ? (await files.look(real))?.kind : own.kind;
  if (kind === 'directory') await searchFolder(search, path, depth + 1);
  if (kind !== 'file' || !mayBeKey(path, real)) return;
  const file = await unseen(search, real);
  if (file !== undefined && !hostKey.test(file) && (await holdsKey(files, file))) found.push(path);
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

async function holdsKey(files: FollowedFiles, path: string): Promise<boolean> {
  const head = await files.read(path, headBytes);
  if (head === undefined || head.length === 0) return false;
  return binaryKey.test(path) || keyMark.test(head.toString('latin1'));
}
