import { crc32 } from 'node:zlib';
import { sectorBytes } from '../../domain/certification/sizes';

/** One of the two headers of a GUID partition table (UEFI 2.10, 5.3.2). */
export type GptHeader = {
  readonly isWhole: boolean;
  readonly ownSector: number;
  /** Where the other header is said to stand. */
  readonly otherSector: number;
  readonly disk: string;
  readonly entriesSector: number;
  readonly entries: number;
  readonly entryBytes: number;
  readonly entriesChecksum: number;
};

const signature = 'EFI PART';
const leastBytes = 92;

/** Of a sector; a text says why it is none. Never throws, whatever the bytes. */
export function parseGptHeader(sector: Buffer): GptHeader | 'missing' | 'impossible size' {
  if (sector.length < sectorBytes || sector.toString('latin1', 0, 8) !== signature) return 'missing';
  const size = sector.readUInt32LE(12);
  if (size < leastBytes || size > sectorBytes) return 'impossible size';
  return {
    isWhole: checksumOf(sector, size) === sector.readUInt32LE(16),
    ownSector: Number(sector.readBigUInt64LE(24)),
    otherSector: Number(sector.readBigUInt64LE(32)),
    disk: sector.toString('hex', 56, 72),
    entriesSector: Number(sector.readBigUInt64LE(72)),
    entries: sector.readUInt32LE(80),
    entryBytes: sector.readUInt32LE(84),
    entriesChecksum: sector.readUInt32LE(88),
  };
}

/** The entries a header names, out of bytes that begin with sector `first`; undefined where they are not in them. */
export function entriesIn(bytes: Buffer, first: number, header: GptHeader): Buffer | undefined {
  const start = (header.entriesSector - first) * sectorBytes;
  const end = start + header.entries * header.entryBytes;
  return header.entryBytes < 128 || start < 0 || end > bytes.length ? undefined : bytes.subarray(start, end);
}

function checksumOf(sector: Buffer, size: number): number {
  const zeroed = Buffer.from(sector.subarray(0, size));
  zeroed.writeUInt32LE(0, 16);
  return crc32(zeroed);
}
