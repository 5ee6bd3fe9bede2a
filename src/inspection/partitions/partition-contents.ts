import type { Partition } from '../../domain/certification/image-facts-schema';
import { sectorBytes } from '../../domain/certification/sizes';
import type { Captures } from '../captures';
import { fileSystemKind, probeBytes } from './file-system-kind';

/** What a partition table says of a partition. */
export type PartitionRow = Omit<Partition, 'holds'>;

export type PartitionContents = {
  readonly want: (row: PartitionRow) => void;
  /** Asked when everything has passed. */
  readonly of: (row: PartitionRow) => string;
};

/** Picks the first bytes of every partition out of the pass. What begins in the head has passed already. */
export function gatherContents(captures: Captures, head: Buffer): PartitionContents {
  const kinds = new Map<PartitionRow, string>();
  return {
    want(row) {
      const start = row.firstSector * sectorBytes;
      const bytes = Math.min(row.sectors * sectorBytes, probeBytes);
      if (row.role === 'extended' || bytes <= 0) return;
      if (start < head.length) kinds.set(row, fileSystemKind(head.subarray(start, start + bytes)));
      else captures.want(start, bytes, (content) => content && kinds.set(row, fileSystemKind(content)));
    },
    of: (row) => kinds.get(row) ?? 'unknown',
  };
}
