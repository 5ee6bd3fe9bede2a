import type { Partition } from '../../src/domain/certification/image-facts-schema';
import type { RangeReader } from '../../src/inspection/guest/range-reader';
import { fileSystemKind, probeBytes } from '../../src/inspection/partitions/file-system-kind';

const sector = 512;
const gap = 2048;

/** A disk whose partitions hold these bytes, one after another from sector 2048 on. */
export function memoryDisk(...contents: readonly Buffer[]): {
  readonly disk: RangeReader;
  readonly partitions: readonly Partition[];
} {
  const starts = contents.map(
    (_, index) => gap * sector + contents.slice(0, index).reduce((sum, each) => sum + each.length, 0),
  );
  const bytes = (starts.at(-1) ?? 0) + (contents.at(-1)?.length ?? 0);
  return {
    partitions: contents.map((content, index) => ({
      number: index + 1,
      type: '83',
      role: 'linux',
      firstSector: (starts[index] ?? 0) / sector,
      sectors: content.length / sector,
      holds: fileSystemKind(content.subarray(0, probeBytes)),
    })),
    disk: {
      bytes,
      async read(offset, length) {
        const piece = Buffer.alloc(length);
        contents.forEach((content, index) => {
          const start = starts[index] ?? 0;
          const from = Math.max(offset, start);
          const to = Math.min(offset + length, start + content.length);
          if (from < to) content.copy(piece, from - offset, from - start, to - start);
        });
        return piece;
      },
    },
  };
}
