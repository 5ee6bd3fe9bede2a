import type { ImageFacts } from './image-facts-schema';

/** Whether it is known which partitions there are: where a damaged table names none, nobody knows. */
export function tellsPartitions({
  partitionTable,
  partitions,
  partitionTableFaults: faults,
}: ImageFacts): boolean {
  return partitionTable !== 'none' && (partitions.length > 0 || faults.length === 0);
}
