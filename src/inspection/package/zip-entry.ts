import { type Entry, getFileNameLowLevel } from 'yauzl';
import type { PackageEntry } from '../../domain/certification/package-entries';
import { isSuspiciouslyRegular } from '../../domain/certification/suspicious-ratio';
import { packageLimits } from '../../domain/certification/package-limits';

/** What the zip's directory says of one entry. */
export function entryFactsOf(entry: Entry): PackageEntry {
  const { fileNameRaw: raw, generalPurposeBitFlag: flags, extraFields } = entry;
  const name = getFileNameLowLevel(flags, raw, extraFields, true);
  return {
    name,
    kind: kindOf(entry, name),
    bytes: entry.uncompressedSize,
    packedBytes: entry.compressedSize,
    isEncrypted: entry.isEncrypted(),
    isUtf8: isAscii(raw) ? name === raw.toString('latin1') : (flags & utf8Flag) !== 0 && isValidUtf8(raw),
    method: entry.compressionMethod,
  };
}

/** Others are reported by their directory entry alone. */
export function isSafeToUnpack(entry: PackageEntry): boolean {
  const { bytes, isEncrypted, method } = entry;
  if (isEncrypted || !readableMethods.includes(method)) return false;
  return bytes <= packageLimits.fileBytes && !isSuspiciouslyRegular(entry);
}

const readableMethods: readonly number[] = [0, 8];
const utf8Flag = 0x800;

/** The upper half of the attributes is a Unix mode where the zip was made on Unix, else 0. */
function kindOf({ externalFileAttributes }: Entry, name: string): PackageEntry['kind'] {
  const type = (externalFileAttributes >>> 16) & 0o170000;
  if (type === 0o120000) return 'symbolicLink';
  if (/[/\\]$/.test(name)) return 'folder';
  return type === 0 || type === 0o100000 ? 'file' : 'other';
}

const isAscii = (raw: Buffer): boolean => raw.every((byte) => byte < 0x80);

function isValidUtf8(raw: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(raw);
    return true;
  } catch {
    return false;
  }
}
