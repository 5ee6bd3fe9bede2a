import type { Partition } from '../../domain/certification/image-facts-schema';

const roles: Readonly<Record<string, Partition['role']>> = {
  // MBR types: Linux, Linux LVM, Linux RAID
  '83': 'linux',
  '8e': 'linux',
  fd: 'linux',
  '82': 'swap',
  '05': 'extended',
  '0f': 'extended',
  '85': 'extended',
  ef: 'boot',
  // GPT types: Linux data, root (x86-64), /usr (x86-64), /home, /srv, /var, LVM, RAID
  '0fc63daf-8483-4772-8e79-3d69d8477de4': 'linux',
  '4f68bce3-e8cd-4db1-96e7-fbcaf984b709': 'linux',
  '8484680c-9521-48c6-9c11-b0720656f69e': 'linux',
  '933ac7e1-2eb4-4f13-b844-0e14e2aef915': 'linux',
  '3b8f8425-20e0-4f3b-907f-1a25a76f98e8': 'linux',
  '4d21b016-b534-45c2-a9fb-5c16e091fd2d': 'linux',
  'e6d6d379-f507-44c2-a23c-238f2a3df928': 'linux',
  'a19d880f-05fc-4d3b-a006-743f0f84911e': 'linux',
  '0657fd6d-a4ab-43c4-84e5-0933c84b4f4f': 'swap',
  // EFI system, BIOS boot, extended boot loader
  'c12a7328-f81f-11d2-ba4b-00a0c93ec93b': 'boot',
  '21686148-6449-6e6f-744e-656564454649': 'boot',
  'bc13c2ff-59e6-4262-a352-b275fd6f7172': 'boot',
};

/** `type` as facts write it: two hexadecimal digits (MBR) or a GUID (GPT), lower case. */
export function partitionRoleOf(type: string): Partition['role'] {
  return roles[type] ?? 'other';
}
