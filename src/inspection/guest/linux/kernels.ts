import type { LinuxGuest } from '../../../domain/certification/guest-facts-schema';
import type { GuestFiles } from '../guest-files';
import { GuestUnreadable } from '../guest-unreadable';
import type { Packages } from './package-list';

const mostKernels = 100;

/** Kernels that could be booted: what lies in /boot, and the packages that brought it. */
export async function gatherKernels(
  files: GuestFiles,
  { versions }: Packages,
): Promise<LinuxGuest['kernels']> {
  const names = await files.list('/boot');
  const releases = names.flatMap((name) => /^vmlinu[xz]-(\d\S*)$/.exec(name)?.[1] ?? []);
  if (releases.length > mostKernels) throw new GuestUnreadable('tooMuch', `${releases.length} kernels`);
  return releases.map((release) => ({
    release,
    packageVersion:
      versions.get(`linux-image-${release}`) ?? versions.get(`linux-image-unsigned-${release}`) ?? null,
  }));
}
