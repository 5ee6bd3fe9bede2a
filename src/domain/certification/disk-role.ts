import type { OsFamily } from '../offer/artefacts';

/** What a disk is for decides which rules it is held to. */
export type DiskRole = 'linuxOsDisk' | 'windowsOsDisk' | 'dataDisk';

export function diskRoleOf(kind: 'osDisk' | 'dataDisk', osFamily: OsFamily): DiskRole {
  if (kind === 'dataDisk') return 'dataDisk';
  return osFamily === 'Windows' ? 'windowsOsDisk' : 'linuxOsDisk';
}
