import type { GuestFacts, LinuxGuest, Setting } from '../../src/domain/certification/guest-facts-schema';

/** Facts of a guest that keeps every rule, with what a test changes. */
export function linuxGuest(change: Partial<LinuxGuest> = {}): GuestFacts {
  return {
    revision: 7,
    system: { ...good, ...change },
    spent: { reads: 14, bytes: 294_912 },
  };
}

/** Of the SSH server. */
export const setting = (value: string, line: number): Setting => ({
  value,
  file: '/etc/ssh/sshd_config',
  line,
});

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
    clientAliveInterval: setting('180', 3),
    passwordAuthentication: setting('no', 2),
    keyboardInteractive: null,
    usePam: null,
    passwordsForSome: [],
  },
  accounts: [{ name: 'root', password: 'locked' }],
  authorizedKeys: [],
  privateKeys: [],
  unsearchedFolders: [],
  unknownKeys: [],
  cloudCredentials: [],
  unknownCredentials: [],
  hostKeys: [],
  machineId: 'empty',
  leftovers: [],
  architecture: { machine: 'x86_64', path: '/bin/sh' },
  openSsl: '3.0.15',
  python: '3.11.2',
  swap: [],
  packageList: { path: '/var/lib/dpkg/status', problem: null },
  packages: {},
};
