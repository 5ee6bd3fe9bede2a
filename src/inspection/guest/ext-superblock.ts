import type { LinuxGuest } from '../../domain/certification/guest-facts-schema';

/** Where in the partition it stands. */
export const superblockAt = 1024;
export const superblockBytes = 1024;

export type ExtSuperblock = {
  readonly fileSystem: LinuxGuest['fileSystem'];
  /** As fstab names it: 36 characters, lower case. */
  readonly uuid: string;
  readonly label: string;
  /** Its journal has changes that were never written to their places: what is read is not what will boot. */
  readonly isUnclean: boolean;
};

const magic = 0xef53;
const feature = {
  compatJournal: 0x4,
  incompatRecover: 0x4,
  incompatJournalDevice: 0x8,
  incompatExtents: 0x40,
};
const mostGroups = 65_536;

/** The superblock of ext2, ext3 or ext4; `undefined` when these bytes are none. */
export function readSuperblock(bytes: Buffer): ExtSuperblock | undefined {
  if (bytes.readUInt16LE(0x38) !== magic) return undefined;
  const [compat, incompat] = [bytes.readUInt32LE(0x5c), bytes.readUInt32LE(0x60)];
  const isExt4 = (incompat & feature.incompatExtents) !== 0;
  const hasJournal = (compat & feature.compatJournal) !== 0;
  return {
    fileSystem: isExt4 ? 'ext4' : hasJournal ? 'ext3' : 'ext2',
    uuid: bytes.toString('hex', 0x68, 0x78).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    label: /^[^\0]*/.exec(bytes.toString('latin1', 0x78, 0x88))?.[0] ?? '',
    isUnclean: (incompat & feature.incompatRecover) !== 0,
  };
}

/**
 * Why these numbers cannot be those of a file system in a partition of so many bytes. Asked before any library trusts
 * them: it would reserve memory for as many block groups as the superblock claims.
 */
export function superblockFault(bytes: Buffer, partitionBytes: number): string | undefined {
  const logBlockBytes = bytes.readUInt32LE(0x18);
  if (logBlockBytes > 6) return 'impossible block size';
  const blockBytes = 1024 << logBlockBytes;
  const has64Bit = (bytes.readUInt32LE(0x60) & 0x80) !== 0;
  const blocks = bytes.readUInt32LE(0x04) + (has64Bit ? bytes.readUInt32LE(0x150) * 2 ** 32 : 0);
  if (blocks * blockBytes > partitionBytes) return 'larger than its partition';
  const [blocksPerGroup, inodesPerGroup] = [bytes.readUInt32LE(0x20), bytes.readUInt32LE(0x28)];
  if (blocksPerGroup < 256 || blocksPerGroup > 8 * blockBytes) return 'impossible block groups';
  if (inodesPerGroup < 8 || inodesPerGroup > 8 * blockBytes) return 'impossible inode groups';
  const groups = Math.ceil(blocks / blocksPerGroup);
  if (groups > mostGroups || groups < 1) return 'impossible number of block groups';
  const isRevised = bytes.readUInt32LE(0x4c) > 0;
  const inodeBytes = isRevised ? bytes.readUInt16LE(0x58) : 128;
  if (inodeBytes < 128 || inodeBytes > blockBytes || (inodeBytes & (inodeBytes - 1)) !== 0) {
    return 'impossible inode size';
  }
  return (bytes.readUInt32LE(0x60) & feature.incompatJournalDevice) !== 0 ? 'a journal device' : undefined;
}
