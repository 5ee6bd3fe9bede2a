import type { PartitionRow } from './partition-contents';

/** What cannot be true of partitions on one disk. */
export function layoutFaults(partitions: readonly PartitionRow[], diskSectors: number): readonly string[] {
  const beyond = partitions
    .filter(
      ({ firstSector, sectors }) => sectors < 1 || firstSector < 1 || firstSector + sectors > diskSectors,
    )
    .map(({ number }) => `partition ${number} does not lie inside the disk`);
  return [...beyond, ...overlaps(partitions)];
}

/** An extended partition contains its logical ones, so it is left out. */
function overlaps(partitions: readonly PartitionRow[]): readonly string[] {
  const inOrder = partitions
    .filter(({ role }) => role !== 'extended')
    .sort((one, other) => one.firstSector - other.firstSector);
  return inOrder.slice(1).flatMap((partition, index) => {
    const before = inOrder[index];
    return before && before.firstSector + before.sectors > partition.firstSector
      ? [`partitions ${before.number} and ${partition.number} overlap`]
      : [];
  });
}
