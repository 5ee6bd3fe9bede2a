import type { Partition } from '../../image-facts-schema';
import type { InspectedDisk } from '../../inspected-disk';
import type { Violation } from '../../rule';

/** File systems, and what holds them, that no system of the other family starts from. */
const marks = {
  linux: ['ext', 'XFS', 'btrfs', 'F2FS', 'LVM', 'LUKS', 'RAID'],
  windows: ['NTFS', 'BitLocker'],
} as const;

type Family = keyof typeof marks;
type Disk = Pick<InspectedDisk, 'partitions' | 'linuxRoot'>;

/**
 * Whether it is known which family's system the disk holds. Partitions of both tell nothing unless a root was found;
 * where none was, the rule that wants to read it asks for a reviewer.
 */
export const tellsFamily = (disk: Disk): boolean => familyOn(disk) !== undefined;

/** What shows that the disk holds a system of the other family. */
export function foreignTo(family: Family, disk: Disk): readonly Violation[] {
  const found = familyOn(disk);
  if (found === undefined || found === family) return [];
  const { partitions, linuxRoot } = disk;
  const root = partitions.filter(({ number }) => number === linuxRoot);
  const actual = (root.length > 0 ? root : marked(found, partitions)).map(
    ({ number, holds }) => `${holds} (partition ${number})`,
  );
  return [{ expected: marks[family].join(' | '), actual: actual.join(', ') }];
}

function familyOn({ partitions, linuxRoot }: Disk): Family | undefined {
  if (linuxRoot !== undefined) return 'linux';
  const families = (['linux', 'windows'] as const).filter((family) => marked(family, partitions).length > 0);
  return families.length === 1 ? families[0] : undefined;
}

function marked(family: Family, partitions: readonly Partition[]): readonly Partition[] {
  return partitions.filter(({ holds }) => marks[family].some((mark) => mark === holds));
}
