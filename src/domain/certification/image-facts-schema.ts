import { z } from 'zod';

/** 64-bit fields are numbers: nothing that fits a disk is beyond 2^53. */
const vhdFooterSchema = z.strictObject({
  features: z.number(),
  formatVersion: z.number(),
  /** Hexadecimal; `ffffffffffffffff` in a fixed disk. */
  dataOffset: z.string(),
  /** Seconds since 2000-01-01 UTC. */
  timestamp: z.number(),
  creatorApplication: z.string(),
  creatorVersion: z.number(),
  creatorHostOs: z.string(),
  originalSize: z.number(),
  currentSize: z.number(),
  geometry: z.strictObject({ cylinders: z.number(), heads: z.number(), sectorsPerTrack: z.number() }),
  diskType: z.number(),
  checksum: z.number(),
  /** What the checksum of these bytes should be. */
  computedChecksum: z.number(),
  uniqueId: z.string(),
  savedState: z.number(),
});

const partitionSchema = z.strictObject({
  number: z.number(),
  /** Two hexadecimal digits in an MBR, a GUID in a GPT; lower case. */
  type: z.string(),
  role: z.enum(['linux', 'swap', 'extended', 'boot', 'other']),
  firstSector: z.number(),
  sectors: z.number(),
  /** What its first bytes say it holds, e.g. `ext`, `NTFS`, `swap`; `unknown` when they say nothing known. */
  holds: z.string(),
});

/** What inspection found in one disk image; rules read nothing else. Kept with the artefact as `facts.image`. */
export const imageFactsSchema = z.strictObject({
  /** Raised when inspection sees more or reads something differently: older facts are then gathered anew. */
  revision: z.literal(5),
  bytes: z.number(),
  /** Bytes that are not known to be zero. */
  dataBytes: z.number(),
  format: z.enum(['vhd', 'vhdx', 'qcow2', 'vmdk', 'vdi', 'iso9660', 'gzip', 'xz', 'zip', 'unknown']),
  /** The footer at the end; null when the bytes there are none. */
  footer: vhdFooterSchema.nullable(),
  /** A dynamic or differencing VHD begins with a copy of its footer. */
  footerCopyAtStart: z.boolean(),
  partitionTable: z.enum(['none', 'mbr', 'gpt']),
  /** Why the partition table cannot be relied on; empty when it can. */
  partitionTableFaults: z.array(z.string()),
  /** Why the backup of a GPT could not replace it; empty when it could, and where there is no GPT. */
  gptBackupFaults: z.array(z.string()),
  partitions: z.array(partitionSchema),
  /** Whether the first sector holds code for the firmware to start, beside the partition table. */
  hasBootCode: z.boolean(),
  /** Sectors 1 to 2047 that are neither partition table, boot loader, inside a partition, nor empty. */
  strayHeadSectors: z.number(),
  firstStrayHeadSector: z.number().nullable(),
});

export type ImageFacts = z.infer<typeof imageFactsSchema>;
export type VhdFooter = z.infer<typeof vhdFooterSchema>;
export type Partition = z.infer<typeof partitionSchema>;
