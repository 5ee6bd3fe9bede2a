import type { GuestFiles } from '../guest-files';
import { type KeyIn, keyInStore } from './key-in-store';

const headBytes = 64 * 1024;
/** Of a store, and of a text that goes on behind its head, such as a key that stands after many certificates. */
const mostBytes = 1024 * 1024;
const storeName = /\.(?:p12|pfx|jks)$/i;
const pgpName = /\.(?:asc|gpg|pgp)$/i;

/** As OpenSSL and OpenSSH, PGP, PuTTY, WireGuard and GnuPG's agent write them; what lies on a card is no key here. */
const keyMark =
  /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----|^PuTTY-User-Key-File-|^[ \t]*PrivateKey[ \t]*=|^(?:Key:\s*)?\((?:\d+:)?(?:protected-|openpgp-)?private-key\b/m;

/** What a file holds whose name or folder is that of a key. */
export async function keyInFile(files: GuestFiles, path: string): Promise<KeyIn> {
  const isStore = storeName.test(path);
  const content = await files.read(path, isStore ? mostBytes : headBytes);
  if (content === undefined || content.length === 0) return 'none';
  if (hasKeyMark(content)) return 'key';
  if (isStore) return keyInStore(content);
  if (pgpName.test(path) && isSecretPacket(content[0] ?? 0)) return 'key';
  const isWhole = content.length < headBytes;
  return isWhole || content.includes(0) ? 'none' : keyInLongText(files, path);
}

async function keyInLongText(files: GuestFiles, path: string): Promise<KeyIn> {
  const content = (await files.read(path, mostBytes)) ?? Buffer.alloc(0);
  if (hasKeyMark(content)) return 'key';
  return content.length === mostBytes ? 'unknown' : 'none';
}

const hasKeyMark = (content: Buffer): boolean => keyMark.test(content.toString('latin1'));

/** RFC 9580, section 4.2: a packet of type 5 with a length of either form. */
function isSecretPacket(head: number): boolean {
  return head === 0xc5 || (head >= 0x94 && head <= 0x97);
}
