import type { GuestFacts, LinuxGuest } from '../../src/domain/certification/guest-facts-schema';

/** Facts of a guest that keeps every rule, with what a test changes. */
export function linuxGuest(change: Partial<LinuxGuest> = {}): GuestFacts {
  return {
    revision: 5,
    system: { ...good, ...change },
    spent: { reads: 14, bytes: 294_912 },
  };
}

const good: LinuxGuest = {
  kind: 'linux',
  fileSystem: 'ext4',
  partition: 1,
  rootPartitions: 1,
  unreadPartitions: [],
  os: { id: 'debian', versionId: '12', name: 'Debian GNU/Linux 12 (bookworm)' },
  kernels: [{ release: '6.1.0-28-cloud-amd64', packageVersion: '6.1.119-1' }],
  kernelCommand: {
    value: 'console=ttyS0 earlyprintk=ttyS0 rootdelay=300',
    file: '/boot/grub/grub.cfg',
    line: 5,
  },
  agent: { version: '2.9.1.1', from: '/var/lib/dpkg/status' },
  autoUpdate: null,
  histories: [],
  sshServer: {
    clientAliveInterval: { value: '180', file: '/etc/ssh/sshd_config', line: 3 },
    passwordAuthentication: { value: 'no', file: '/etc/ssh/sshd_config', line: 2 },
  },
  accounts: [{ name: 'root', password: 'locked' }],
  authorizedKeys: [],
  privateKeys: [],
  unsearchedFolders: [],
  unknownKeys: [],
  cloudCredentials: [],
  hostKeys: [],
  machineId: 'empty',
  leftovers: [],
  architecture: { machine: 'x86_64', path: '/bin/sh' },
  openSsl: '3.0.15',
  python: '3.11.2',
  swap: [],
  packages: {},
};
