import type { Partition } from '../../image-facts-schema';
import type { Violation } from '../../rule';

/** File systems, and what holds them, that no system of the other family starts from. */
const marks = {
  linux: ['ext', 'XFS', 'btrfs', 'F2FS', 'LVM', 'LUKS', 'RAID'],
  windows: ['NTFS', 'BitLocker'],
} as const;

type Family = keyof typeof marks;

/** Whether the partitions hold anything by which a family is known. */
export function tellsFamily(partitions: readonly Partition[]): boolean {
  return marksOf('linux', partitions).length > 0 || marksOf('windows', partitions).length > 0;
}

/** What shows that the disk holds the other family alone: the partitions that only that one makes. */
export function foreignTo(family: Family, partitions: readonly Partition[]): readonly Violation[] {
  if (marksOf(family, partitions).length > 0) return [];
  const other = family === 'linux' ? 'windows' : 'linux';
  const actual = marksOf(other, partitions).map(({ number, holds }) => `${holds} (${number})`);
  return actual.length === 0 ? [] : [{ expected: marks[family].join(' | '), actual: actual.join(', ') }];
}

function marksOf(family: Family, partitions: readonly Partition[]): readonly Partition[] {
  return partitions.filter(({ holds }) => marks[family].some((mark) => mark === holds));
}
