import type { VhdFooter } from '../domain/certification/image-facts-schema';

export const footerBytes = 512;
export const vhdCookie = 'conectix';

const checksumAt = 64;

/**
 * The footer of a Virtual Hard Disk (big-endian; "Virtual Hard Disk Image Format Specification" 1.0), or
 * `undefined` when these are not 512 bytes that begin with its cookie. Says what is there, judges nothing.
 */
export function parseVhdFooter(bytes: Buffer): VhdFooter | undefined {
  if (bytes.length !== footerBytes || bytes.toString('latin1', 0, 8) !== vhdCookie) return undefined;
  return {
    features: bytes.readUInt32BE(8),
    formatVersion: bytes.readUInt32BE(12),
    dataOffset: bytes.toString('hex', 16, 24),
    timestamp: bytes.readUInt32BE(24),
    creatorApplication: printable(bytes.subarray(28, 32)),
    creatorVersion: bytes.readUInt32BE(32),
    creatorHostOs: printable(bytes.subarray(36, 40)),
    originalSize: Number(bytes.readBigUInt64BE(40)),
    currentSize: Number(bytes.readBigUInt64BE(48)),
    geometry: {
      cylinders: bytes.readUInt16BE(56),
      heads: bytes.readUInt8(58),
      sectorsPerTrack: bytes.readUInt8(59),
    },
    diskType: bytes.readUInt32BE(60),
    checksum: bytes.readUInt32BE(checksumAt),
    computedChecksum: vhdChecksum(bytes),
    uniqueId: bytes.toString('hex', 68, 84),
    savedState: bytes.readUInt8(84),
  };
}

/** One's complement of the sum of all bytes but the checksum's own. */
export function vhdChecksum(footer: Uint8Array): number {
  const sum = footer.reduce(
    (total, byte, index) => (index >= checksumAt && index < checksumAt + 4 ? total : total + byte),
    0,
  );
  return ~sum >>> 0;
}

/** Four characters that a creator chose; anything unprintable would spoil pages and logs. */
function printable(bytes: Buffer): string {
  return bytes.toString('latin1').replace(/[^\x20-\x7e]/g, '.');
}
