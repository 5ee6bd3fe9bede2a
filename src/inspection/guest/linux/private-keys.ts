import type { GuestFiles } from '../guest-files';

/** Folders where servers keep their keys. The SSH server's own are told apart: they are host keys. */
const serverFolders = [
  '/etc/ssl/private',
  '/etc/pki/tls/private',
  '/etc/wireguard',
  '/etc/openvpn',
  '/etc/nginx',
  '/etc/apache2',
  '/etc/httpd',
  '/opt',
];

const mostDepth = 3;
const mostEntries = 10_000;
const headBytes = 4_096;
const keyName = /^id_(?!.*\.pub$)|^identity$|\.(?:pem|key|ppk|p12|pfx|jks)$/i;
const binaryKey = /\.(?:p12|pfx|jks)$/i;
const keyMark = /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----|^PuTTY-User-Key-File-|^\s*PrivateKey\s*=/m;

/** Files that hold a private key, in homes and where servers keep theirs. */
export async function findPrivateKeys(
  files: GuestFiles,
  homes: readonly string[],
): Promise<readonly string[]> {
  const budget = { entries: mostEntries };
  const found: string[] = [];
  for (const folder of [...homes, ...serverFolders])
    found.push(...(await keysUnder(files, folder, { budget, depth: 0 })));
  return found;
}

type Walk = { readonly budget: { entries: number }; readonly depth: number };

async function keysUnder(
  files: GuestFiles,
  folder: string,
  { budget, depth }: Walk,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of await files.list(folder)) {
    if ((budget.entries -= 1) < 0) break;
    const path = `${folder}/${name}`;
    const mayBeKey = keyName.test(name) || /\/\.ssh$|\/wireguard$/.test(folder);
    // Looking at an entry costs a read, so only names that promise something are looked at; folders have no dot inside.
    const mayBeFolder = depth < mostDepth && /^\.?[^.]+(?:\.d)?$/.test(name);
    if (!mayBeKey && !mayBeFolder) continue;
    const kind = (await files.look(path))?.kind;
    if (kind === 'directory' && mayBeFolder)
      found.push(...(await keysUnder(files, path, { budget, depth: depth + 1 })));
    if (kind === 'file' && mayBeKey && (await holdsKey(files, path))) found.push(path);
  }
  return found;
}

async function holdsKey(files: GuestFiles, path: string): Promise<boolean> {
  const head = await files.read(path, headBytes);
  if (head === undefined || head.length === 0) return false;
  return binaryKey.test(path) || keyMark.test(head.toString('latin1'));
}
