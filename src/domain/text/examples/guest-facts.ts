import type { FindingFacts } from './finding-facts';

/** Of rules on what is inside of images. */
export const guestFacts: FindingFacts = {
  'vm.guest.readable': {
    expected: 'ext2 | ext3 | ext4',
    actual: 'file system: XFS (partition 1)',
  },
  'vm.guest.unread-partitions': { number: 2, expected: 'ext2 | ext3 | ext4', actual: 'xfs' },
  'vm.guest.root-partition': { expected: '1', actual: '2' },
  'vm.guest.os-known': { actual: 'Contoso OS, contoso, 7' },
  'vm.guest.end-of-life': {
    name: 'Debian GNU/Linux 9 (stretch)',
    until: '2022-06-30',
    expected: '> 2026-11-21',
    actual: '2022-06-30',
  },
  'vm.guest.architecture': { expected: 'x86_64', actual: 'aarch64' },
  'vm.guest.sack-patch': { expected: '3.10.0-957.21.3', actual: '3.10.0-957.1.3' },
  'vm.guest.security-threats': {
    package: 'bash',
    cve: 'CVE-2014-6271',
    expected: '4.3-11+deb8u1',
    actual: '4.3-11',
  },
  'vm.guest.kernel-parameters': { expected: 'console=ttyS0', actual: 'root=/dev/sda1 ro quiet' },
  'vm.guest.agent-version': { expected: '2.2.41', actual: '2.2.18' },
  'vm.guest.auto-update': { expected: 'y', actual: 'n' },
  'vm.guest.openssl-version': { expected: '0.9.8', actual: '0.9.7' },
  'vm.guest.python-version': { expected: '2.6', actual: '2.4.3' },
  'vm.guest.client-alive-interval': { expected: '30-235', actual: '600' },
  'vm.guest.password-authentication': {
    expected: 'PasswordAuthentication no',
    actual: 'PasswordAuthentication yes',
  },
  'vm.guest.empty-password': { actual: 'demo' },
  'vm.guest.default-password': { actual: 'root' },
  'vm.guest.authorized-keys': { path: '/root/.ssh/authorized_keys', expected: '0', actual: '1' },
  'vm.guest.private-keys': { actual: '/home/demo/.ssh/id_rsa' },
  'vm.guest.unknown-keys': { actual: '/opt/app/trust.p12' },
  'vm.guest.unsearched-folders': { actual: '/opt/app/node_modules' },
  'vm.guest.cloud-credentials': { actual: '/root/.aws/credentials' },
  'vm.guest.host-keys': { actual: '/etc/ssh/ssh_host_ed25519_key' },
  'vm.guest.machine-id': { expected: 'empty', actual: 'set' },
  'vm.guest.generalised': { actual: '/var/lib/waagent/provisioned' },
  'vm.guest.bash-history': { path: '/root/.bash_history', expected: '1024', actual: '4096' },
  'vm.guest.swap-in-fstab': { expected: '0', actual: '/swapfile' },
};
