import type { ImageFacts } from '../../domain/certification/image-facts-schema';
import { sectorBytes } from '../../domain/certification/sizes';
import type { PartitionRow } from './partition-contents';

type HeadUse = Pick<ImageFacts, 'hasBootCode' | 'strayHeadSectors' | 'firstStrayHeadSector'>;

const emptySector = Buffer.alloc(sectorBytes);

/** Behind it are the disk's signature and the partition table. */
const bootCodeBytes = 440;

/** Whether there is boot code, and which sectors of the first MiB hold something that does not belong there. */
export function headUse(head: Buffer, tableEnd: number, partitions: readonly PartitionRow[]): HeadUse {
  const loaderEnd = bootLoaderEnd(head);
  const belongs = (sector: number): boolean =>
    sector < tableEnd ||
    sector < loaderEnd ||
    partitions.some(({ firstSector, sectors }) => sector >= firstSector && sector < firstSector + sectors);
  const strays = Array.from({ length: Math.floor(head.length / sectorBytes) }, (_, sector) => sector)
    .slice(1)
    .filter((sector) => !sectorOf(head, sector).equals(emptySector) && !belongs(sector));
  return {
    hasBootCode: head.subarray(0, bootCodeBytes).some((byte) => byte !== 0),
    strayHeadSectors: strays.length,
    firstStrayHeadSector: strays[0] ?? null,
  };
}

/**
 * GRUB embeds its core image from sector 1 on. Its first sector ends with a block list whose only row says where
 * the rest begins (sector 2), how long it is, and where it goes in memory (segment 0x820). Up to as many sectors
 * again hold its error-correcting codes.
 */
function bootLoaderEnd(head: Buffer): number {
  const first = sectorOf(head, 1);
  if (first.length < sectorBytes) return 1;
  if (first.readBigUInt64LE(500) !== 2n || first.readUInt16LE(510) !== 0x820) return 1;
  return 1 + 2 * (first.readUInt16LE(508) + 1);
}

function sectorOf(head: Buffer, sector: number): Buffer {
  return head.subarray(sector * sectorBytes, (sector + 1) * sectorBytes);
}
