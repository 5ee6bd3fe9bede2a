import type { ImageFacts, VhdFooter } from '../../src/domain/certification/image-facts-schema';
import { gibibyte } from '../../src/domain/certification/sizes';

/** Of a disk of 32 GiB that keeps every rule. */
export function imageFacts(change: Partial<ImageFacts> = {}, footer: Partial<VhdFooter> = {}): ImageFacts {
  return {
    revision: 5,
    bytes: 32 * gibibyte + 512,
    dataBytes: gibibyte,
    format: 'vhd',
    footer: {
      features: 2,
      formatVersion: 0x0001_0000,
      dataOffset: 'ffffffffffffffff',
      timestamp: 0,
      creatorApplication: 'offr',
      creatorVersion: 0,
      creatorHostOs: 'Wi2k',
      originalSize: 32 * gibibyte,
      currentSize: 32 * gibibyte,
      geometry: { cylinders: 1, heads: 1, sectorsPerTrack: 1 },
      diskType: 2,
      checksum: 77,
      computedChecksum: 77,
      uniqueId: '00',
      savedState: 0,
      ...footer,
    },
    footerCopyAtStart: false,
    partitionTable: 'mbr',
    partitionTableFaults: [],
    gptBackupFaults: [],
    partitions: [{ number: 1, type: '83', role: 'linux', firstSector: 2048, sectors: 1000, holds: 'ext' }],
    hasBootCode: true,
    strayHeadSectors: 0,
    firstStrayHeadSector: null,
    ...change,
  };
}
