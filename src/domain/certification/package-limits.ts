import { gibibyte, mebibyte } from './sizes';

/** What a package may be, and how much of a hostile one is read. */
export const packageLimits = {
  /** Of the zip. */
  archiveBytes: gibibyte,
  /** Of one file, unpacked. */
  fileBytes: gibibyte,
  /** Of all files together, unpacked. */
  totalBytes: 4 * gibibyte,
  files: 2000,
  /** Unpacked to packed; smaller files than `ratioCountsFrom` may be as regular as they like. */
  ratio: 100,
  ratioCountsFrom: mebibyte,
  /** Resource Manager takes no bigger template. */
  jsonBytes: 4 * mebibyte,
  /** Of all JSON that is kept in memory. */
  jsonTotalBytes: 32 * mebibyte,
  pathLength: 250,
  folderDepth: 20,
} as const;
