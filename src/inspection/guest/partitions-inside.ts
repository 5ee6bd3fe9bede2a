import type { Partition } from '../../domain/certification/image-facts-schema';
import { sectorBytes } from '../../domain/certification/sizes';
import { fileSystemKind, probeBytes } from '../partitions/file-system-kind';
import type { PartitionReader } from './ext-files';
import {
  type ExtSuperblock,
  readSuperblock,
  superblockAt,
  superblockBytes,
  superblockFault,
} from './ext-superblock';
import { GuestUnreadable } from './guest-unreadable';
import type { MeteredReader } from './metered-reader';

/** A partition that may hold files, and what its first bytes say. */
export type PartitionInside = {
  readonly number: number;
  readonly role: Partition['role'];
  /** As people call it; `ext` for all three. */
  readonly kind: string;
  readonly ext?: ExtSuperblock;
  /** Why its superblock cannot be believed. */
  readonly fault?: string;
  readonly reader: PartitionReader;
};

/** An image with more than these is not one machine's disk. */
const mostPartitions = 32;
/** No file system is smaller: its superblock would not fit. */
const leastBytes = 4096;

/** Looks at the beginning of every partition but swap. */
export async function lookInside(
  disk: MeteredReader & { readonly bytes: number },
  partitions: readonly Partition[],
): Promise<readonly PartitionInside[]> {
  const found: PartitionInside[] = [];
  if (partitions.length > mostPartitions)
    throw new GuestUnreadable('tooMuch', `${partitions.length} partitions`);
  for (const partition of partitions) {
    const reader = readerOf(disk, partition);
    if (partition.role === 'swap' || partition.role === 'extended' || reader.bytes < leastBytes) continue;
    const { number, role } = partition;
    found.push({ number, role, reader, ...(await identify(reader)) });
  }
  return found;
}

/** A table may claim more than the disk has. */
function readerOf(
  disk: MeteredReader & { readonly bytes: number },
  { firstSector, sectors }: Partition,
): PartitionReader {
  const start = firstSector * sectorBytes;
  const bytes = Math.max(Math.min(sectors * sectorBytes, disk.bytes - start), 0);
  return { bytes, read: (offset, length) => disk.read(start + offset, length) };
}

async function identify(reader: PartitionReader): Promise<Pick<PartitionInside, 'kind' | 'ext' | 'fault'>> {
  const head = await reader.read(0, Math.min(probeBytes, reader.bytes));
  const kind = fileSystemKind(head);
  if (kind !== 'ext') return { kind };
  const superblock = head.subarray(superblockAt, superblockAt + superblockBytes);
  const ext = readSuperblock(superblock);
  const fault = superblockFault(superblock, reader.bytes);
  return { kind, ...(ext && { ext }), ...(fault !== undefined && { fault }) };
}
