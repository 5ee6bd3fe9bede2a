import { crc32 } from 'node:zlib';
import { vhdChecksum } from '../../src/inspection/vhd-footer';

const sector = 512;
const mebibyte = 1024 * 1024;

export type VhdPartition = {
  /** MBR type; 0x83 is Linux, 0x82 swap. */
  readonly type: number;
  readonly firstSector: number;
  readonly sectors: number;
};

export type VhdShape = {
  /** Of the disk; the file has 512 bytes more. */
  readonly mebibytes: number;
  /** Primary partitions; by default one of Linux from sector 2048 to the end. Empty: no partition table. */
  readonly partitions?: readonly VhdPartition[];
  /** Put into the disk after the partition table. */
  readonly data?: readonly { readonly offset: number; readonly bytes: Buffer }[];
  /** Changes the footer; its checksum is made right afterwards. */
  readonly footer?: (footer: Buffer) => void;
};

/** A fixed VHD, right in every respect unless told otherwise. */
export function makeVhd(shape: VhdShape): Buffer {
  const size = shape.mebibytes * mebibyte;
  const file = Buffer.alloc(size + sector);
  const whole = [{ type: 0x83, firstSector: 2048, sectors: size / sector - 2048 }];
  writeMbr(file, shape.partitions ?? whole);
  for (const { offset, bytes } of shape.data ?? []) bytes.copy(file, offset);
  makeFooter(size, shape.footer).copy(file, size);
  return file;
}

export function makeFooter(size: number, change: (footer: Buffer) => void = () => undefined): Buffer {
  const footer = Buffer.alloc(sector);
  footer.write('conectix', 0, 'latin1');
  footer.writeUInt32BE(2, 8);
  footer.writeUInt32BE(0x0001_0000, 12);
  footer.fill(0xff, 16, 24);
  footer.writeUInt32BE(800_000_000, 24);
  footer.write('offr', 28, 'latin1');
  footer.writeUInt32BE(0x0001_0000, 32);
  footer.write('Wi2k', 36, 'latin1');
  footer.writeBigUInt64BE(BigInt(size), 40);
  footer.writeBigUInt64BE(BigInt(size), 48);
  footer.writeUInt16BE(1024, 56);
  footer.writeUInt8(16, 58);
  footer.writeUInt8(63, 59);
  footer.writeUInt32BE(2, 60);
  footer.write('0123456789abcdef', 68, 'latin1');
  change(footer);
  footer.writeUInt32BE(vhdChecksum(footer), 64);
  return footer;
}

/** Writes a boot record with up to four partitions; none: leaves the sector as it is. */
export function writeMbr(disk: Buffer, partitions: readonly VhdPartition[], at: number = 0): void {
  if (partitions.length === 0) return;
  // Boot code: what every disk has that a machine starts from.
  if (at === 0) disk.fill(0x90, 0, 440);
  partitions.forEach(({ type, firstSector, sectors }, row) => {
    const entry = at + 446 + row * 16;
    disk.writeUInt8(type, entry + 4);
    disk.writeUInt32LE(firstSector, entry + 8);
    disk.writeUInt32LE(sectors, entry + 12);
  });
  disk.writeUInt16LE(0xaa55, at + 510);
}

export type GptPartition = {
  readonly guid: string;
  readonly firstSector: number;
  readonly lastSector: number;
};

/** Writes a protective MBR and a GUID partition table with 128 entries. */
export function writeGpt(disk: Buffer, partitions: readonly GptPartition[]): void {
  writeMbr(disk, [{ type: 0xee, firstSector: 1, sectors: 0xffff_ffff }]);
  const entries = disk.subarray(2 * sector, 34 * sector);
  partitions.forEach(({ guid, firstSector, lastSector }, index) => {
    const entry = entries.subarray(index * 128, (index + 1) * 128);
    guidBytes(guid).copy(entry);
    entry.writeBigUInt64LE(BigInt(firstSector), 32);
    entry.writeBigUInt64LE(BigInt(lastSector), 40);
  });
  const header = disk.subarray(sector, sector + 92);
  header.write('EFI PART', 0, 'latin1');
  header.writeUInt32LE(0x0001_0000, 8);
  header.writeUInt32LE(92, 12);
  header.writeBigUInt64LE(1n, 24);
  header.writeBigUInt64LE(2n, 72);
  header.writeUInt32LE(128, 80);
  header.writeUInt32LE(128, 84);
  header.writeUInt32LE(crc32(entries), 88);
  header.writeUInt32LE(0, 16);
  header.writeUInt32LE(crc32(header), 16);
}

function guidBytes(guid: string): Buffer {
  const [a = '', b = '', c = '', d = '', e = ''] = guid.split('-');
  const reversed = [a, b, c].map((group) => Buffer.from(group, 'hex').reverse());
  return Buffer.concat([...reversed, Buffer.from(d + e, 'hex')]);
}
