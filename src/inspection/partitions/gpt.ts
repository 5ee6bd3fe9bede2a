import { crc32 } from 'node:zlib';
import { sectorBytes } from '../../domain/certification/sizes';
import { entriesIn, type GptHeader, parseGptHeader } from './gpt-header';
import type { PartitionRow } from './partition-contents';
import { partitionRoleOf } from './partition-role';

export type Gpt = {
  readonly partitions: readonly PartitionRow[];
  /** Damages, which a good backup cures. */
  readonly faults: readonly string[];
  /** What a backup would repeat. */
  readonly excess: readonly string[];
  /** First sector behind header and entries. */
  readonly endSector: number;
  /** Where it can be read, whatever is wrong with it. */
  readonly header?: GptHeader;
};

const mostPartitions = 256;
const noType = '00000000-0000-0000-0000-000000000000';

/** The GUID partition table in the first MiB of a disk (UEFI 2.10, 5.3). Never throws, whatever the bytes. */
export function parseGpt(head: Buffer): Gpt {
  const header = headerIn(head);
  if (header === 'missing') return broken(['a protective MBR without a GPT header']);
  if (header === 'impossible size') return broken(['a GPT header of impossible size']);
  const faults = [
    ...(header.isWhole ? [] : ['the GPT header checksum is wrong']),
    ...(header.ownSector === 1 ? [] : ['the GPT header is not the one of sector 1']),
  ];
  const entries = header.entriesSector < 2 ? undefined : entriesIn(head, 0, header);
  if (!entries) return { ...broken([...faults, 'the GPT entries lie outside the first MiB']), header };
  if (crc32(entries) !== header.entriesChecksum) faults.push('the GPT entries checksum is wrong');
  const partitions = partitionsOf(entries, header.entryBytes);
  return {
    partitions: partitions.slice(0, mostPartitions),
    faults,
    excess: partitions.length > mostPartitions ? [`more than ${mostPartitions} partitions`] : [],
    endSector: header.entriesSector + Math.ceil(entries.length / sectorBytes),
    header,
  };
}

export function hasGptHeader(head: Buffer): boolean {
  return typeof headerIn(head) === 'object';
}

const headerIn = (head: Buffer): ReturnType<typeof parseGptHeader> =>
  parseGptHeader(head.subarray(sectorBytes, 2 * sectorBytes));

/** What stands where entries do by default belongs to the table, though nobody can read it. */
function broken(faults: readonly string[]): Gpt {
  return { partitions: [], faults, excess: [], endSector: 34 };
}

/** Of the entries of either table, each so many bytes. */
export function partitionsOf(entries: Buffer, size: number): readonly PartitionRow[] {
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
