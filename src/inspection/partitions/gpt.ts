import { crc32 } from 'node:zlib';
import { sectorBytes } from '../../domain/certification/sizes';
import type { PartitionRow } from './partition-contents';
import { partitionRoleOf } from './partition-role';

export type Gpt = {
  readonly partitions: readonly PartitionRow[];
  readonly faults: readonly string[];
  /** First sector behind header and entries. */
  readonly endSector: number;
};

const mostPartitions = 256;
const noType = '00000000-0000-0000-0000-000000000000';

/** The GUID partition table in the first MiB of a disk (UEFI 2.10, 5.3). Never throws, whatever the bytes. */
export function parseGpt(head: Buffer): Gpt {
  const header = head.subarray(sectorBytes, 2 * sectorBytes);
  if (header.length < sectorBytes || header.toString('latin1', 0, 8) !== 'EFI PART')
    return broken('a protective MBR without a GPT header');
  const headerSize = header.readUInt32LE(12);
  if (headerSize < 92 || headerSize > sectorBytes) return broken('a GPT header of impossible size');
  const faults = [
    ...(checksumOf(header, headerSize) === header.readUInt32LE(16)
      ? []
      : ['the GPT header checksum is wrong']),
    ...(header.readBigUInt64LE(24) === 1n ? [] : ['the GPT header is not the one of sector 1']),
  ];
  const entries = entriesOf(head, header);
  if (!entries)
    return { partitions: [], faults: [...faults, 'the GPT entries lie outside the first MiB'], endSector: 2 };
  if (crc32(entries.bytes) !== header.readUInt32LE(88)) faults.push('the GPT entries checksum is wrong');
  const partitions = partitionsOf(entries.bytes, entries.size);
  if (partitions.length > mostPartitions) faults.push(`more than ${mostPartitions} partitions`);
  return { partitions: partitions.slice(0, mostPartitions), faults, endSector: entries.endSector };
}

function broken(fault: string): Gpt {
  return { partitions: [], faults: [fault], endSector: 1 };
}

function checksumOf(header: Buffer, size: number): number {
  const zeroed = Buffer.from(header.subarray(0, size));
  zeroed.writeUInt32LE(0, 16);
  return crc32(zeroed);
}

type Entries = { readonly bytes: Buffer; readonly size: number; readonly endSector: number };

function entriesOf(head: Buffer, header: Buffer): Entries | undefined {
  const start = Number(header.readBigUInt64LE(72)) * sectorBytes;
  const [count, size] = [header.readUInt32LE(80), header.readUInt32LE(84)];
  const end = start + count * size;
  if (size < 128 || start < 2 * sectorBytes || end > head.length) return undefined;
  return { bytes: head.subarray(start, end), size, endSector: Math.ceil(end / sectorBytes) };
}

function partitionsOf(entries: Buffer, size: number): readonly PartitionRow[] {
  return Array.from({ length: entries.length / size }, (_, index) => {
    const entry = entries.subarray(index * size, (index + 1) * size);
    const type = guidOf(entry);
    const first = Number(entry.readBigUInt64LE(32));
    const sectors = Number(entry.readBigUInt64LE(40)) - first + 1;
    return { number: index + 1, type, role: partitionRoleOf(type), firstSector: first, sectors };
  }).filter(({ type }) => type !== noType);
}

/** The first three groups are little-endian, the rest is not. */
function guidOf(bytes: Buffer): string {
  const group = (start: number, end: number): string =>
    Buffer.from(bytes.subarray(start, end)).reverse().toString('hex');
  return [
    group(0, 4),
    group(4, 6),
    group(6, 8),
    bytes.toString('hex', 8, 10),
    bytes.toString('hex', 10, 16),
  ].join('-');
}
