import type { PackageEntry } from './package-entries';
import { packageLimits } from './package-limits';

/** Data that shrink so much are made to fill disks; nothing of them is unpacked. */
export function isSuspiciouslyRegular({ bytes, packedBytes }: PackageEntry): boolean {
  return bytes > packageLimits.ratioCountsFrom && bytes > packedBytes * packageLimits.ratio;
}
