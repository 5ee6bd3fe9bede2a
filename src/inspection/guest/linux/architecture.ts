import type { LinuxGuest } from '../../../domain/certification/guest-facts-schema';
import type { GuestFiles } from '../guest-files';

const programs = [
  '/bin/sh',
  '/usr/bin/sh',
  '/bin/bash',
  '/sbin/init',
  '/lib/systemd/systemd',
  '/bin/busybox',
];

/** `e_machine` of the ELF header (System V ABI), as `uname -m` calls it. */
const machines: Readonly<Record<number, string>> = {
  3: 'i686',
  8: 'mips',
  20: 'ppc',
  21: 'ppc64',
  22: 's390x',
  40: 'arm',
  62: 'x86_64',
  183: 'aarch64',
  243: 'riscv64',
};

/** Of a program that every Linux has. */
export async function gatherArchitecture(files: GuestFiles): Promise<LinuxGuest['architecture']> {
  for (const path of programs) {
    const header = await files.read(path, 20);
    if (header?.length !== 20 || header.toString('latin1', 0, 4) !== '\x7fELF') continue;
    const machine = header[5] === 2 ? header.readUInt16BE(18) : header.readUInt16LE(18);
    // x32: 32-bit programs for a 64-bit processor.
    const isHalf = machine === 62 && header[4] === 1;
    return { machine: isHalf ? 'x32' : (machines[machine] ?? `ELF machine ${machine}`), path };
  }
  return null;
}
