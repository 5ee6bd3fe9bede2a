import type { LinuxGuest } from '../../../domain/certification/guest-facts-schema';
import { fstabPath, readFstab } from '../fstab';
import type { GuestFiles } from '../guest-files';

/** Rows of fstab that swap; the agent's own swap, on the temporary disk, stands in no fstab. */
export async function gatherSwap(files: GuestFiles): Promise<LinuxGuest['swap']> {
  const rows = (await readFstab(files)).filter(
    ({ type, mountPoint }) => type === 'swap' || mountPoint === 'swap',
  );
  return rows.map(({ source, line }) => ({ value: source.slice(0, 100), file: fstabPath, line }));
}
