import { installedPackages } from '../../../src/local/sample/disk-packages';
import { diskTree } from '../../../src/local/sample/disk-tree';
import type { Edits } from '../../support/guest-image';

const kernel = '6.1.0-28-cloud-amd64';
export const hash = '$6$saltsalt$Ux0kqQ4aR4Y8x';

const fileIn = (path: string): string => {
  const entry = diskTree.find((each) => each.path === path);
  if (entry?.kind !== 'file') throw new Error(`The tree has no file ${path}.`);
  return entry.content.toString();
};

/** A file of the tree with one text in place of another. */
export const with_ = (path: string, from: string | RegExp, to: string): Record<string, string> => {
  const content = fileIn(path);
  const changed = content.replace(from, to);
  if (changed === content) throw new Error(`${path} does not hold ${String(from)}.`);
  return { [path]: changed };
};

const version = (name: string, to: string): Record<string, string> => ({
  'var/lib/dpkg/status': installedPackages(kernel)
    .join('\n')
    .replace(new RegExp(`(Package: ${name}\\n(?:.*\\n)*?Version: ).*`), `$1${to}`),
});

const foreignProgram = (machine: number): Buffer => {
  const program = Buffer.alloc(64);
  Buffer.from('7f454c46020101', 'hex').copy(program);
  program.writeUInt16LE(machine, 18);
  return program;
};

type Result = 'fail' | 'warn' | 'notRun';
type Case = readonly [rule: string, result: Result, what: string, edits: Edits];

/** What cannot be said of another system than that of the tree. */
export const besides: Readonly<Record<string, Readonly<Record<string, Result>>>> = {
  'a system of its own': { 'end-of-life': 'notRun', 'security-threats': 'notRun' },
  'a key store': { 'private-keys': 'notRun' },
  'RHEL 8 as it was released': { 'security-threats': 'notRun' },
};

export const cases: readonly Case[] = [
  ['os-known', 'notRun', 'a system of its own', { write: { 'etc/os-release': 'ID=hobby\nVERSION_ID=1\n' } }],
  [
    'end-of-life',
    'fail',
    'Debian 10',
    { write: with_('etc/os-release', 'VERSION_ID="12"', 'VERSION_ID="10"') },
  ],
  ['architecture', 'fail', 'programs for ARM', { write: { 'usr/bin/dash': foreignProgram(183) } }],
  [
    'sack-patch',
    'fail',
    'RHEL 8 as it was released',
    {
      remove: [`boot/vmlinuz-${kernel}`],
      write: {
        'boot/vmlinuz-4.18.0-80.el8.x86_64': 'kernel',
        'etc/os-release': 'ID="rhel"\nVERSION_ID="8.0"\n',
      },
    },
  ],
  [
    'security-threats',
    'warn',
    'an old SSH server',
    { write: version('openssh-server', '1:9.2p1-2+deb12u2') },
  ],
  [
    'kernel-parameters',
    'fail',
    'no serial console',
    { write: with_('boot/grub/grub.cfg', ' console=ttyS0', '') },
  ],
  [
    'kernel-parameters',
    'warn',
    'no waiting for the root',
    { write: with_('boot/grub/grub.cfg', 'rootdelay=300', 'rootdelay=30') },
  ],
  ['agent-version', 'fail', 'an old agent', { write: version('walinuxagent', '2.2.40-1') }],
  [
    'auto-update',
    'fail',
    'an agent that stays as it is',
    { write: with_('etc/waagent.conf', 'AutoUpdate.Enabled=y', 'AutoUpdate.Enabled=n') },
  ],
  ['openssl-version', 'fail', 'OpenSSL 0.9.7', { write: version('openssl', '0.9.7m-1') }],
  [
    'python-version',
    'warn',
    'Python 2.5 alone',
    { remove: ['usr/bin/python3'], links: { 'usr/bin/python': 'python2.5' } },
  ],
  [
    'client-alive-interval',
    'fail',
    'five minutes',
    { write: with_('etc/ssh/sshd_config', 'Interval 180', 'Interval 5m') },
  ],
  [
    'client-alive-interval',
    'warn',
    'no interval',
    { write: with_('etc/ssh/sshd_config', 'ClientAliveInterval 180\n', '') },
  ],
  [
    'password-authentication',
    'warn',
    'logins with passwords',
    { write: with_('etc/ssh/sshd_config', 'PasswordAuthentication no', 'PasswordAuthentication yes') },
  ],
  [
    'password-authentication',
    'warn',
    'logins with answers to PAM',
    { write: with_('etc/ssh/sshd_config', 'KbdInteractiveAuthentication no\n', '') },
  ],
  ['empty-password', 'fail', 'an open account', { write: with_('etc/shadow', 'daemon:*', 'daemon:') }],
  [
    'default-password',
    'fail',
    'a password for root',
    { write: with_('etc/shadow', 'root:*', `root:${hash}`) },
  ],
  [
    'authorized-keys',
    'fail',
    'a key that opens it',
    { folders: ['root/.ssh'], write: { 'root/.ssh/authorized_keys': 'ssh-ed25519 AAAA builder\n' } },
  ],
  [
    'private-keys',
    'fail',
    'a private key',
    {
      folders: ['home/anna', 'home/anna/work'],
      write: { 'home/anna/work/deploy.pem': '-----BEGIN RSA PRIVATE KEY-----\nMII\n' },
    },
  ],
  [
    'cloud-credentials',
    'fail',
    'credentials of AWS',
    { folders: ['root/.aws'], write: { 'root/.aws/credentials': '[default]\naws_secret_access_key = x\n' } },
  ],
  [
    'unknown-keys',
    'notRun',
    'a key store',
    { folders: ['opt'], write: { 'opt/trust.p12': Buffer.from('3082036202010300', 'hex') } },
  ],
  ['host-keys', 'fail', 'a host key', { write: { 'etc/ssh/ssh_host_ed25519_key': 'key' } }],
  [
    'machine-id',
    'warn',
    'a machine id',
    { write: { 'etc/machine-id': '0123456789abcdef0123456789abcdef\n' } },
  ],
  ['generalised', 'fail', 'marks of the agent', { write: { 'var/lib/waagent/provisioned': '' } }],
  [
    'generalised',
    'fail',
    'marks of cloud-init',
    { folders: ['var/lib/cloud', 'var/lib/cloud/instances', 'var/lib/cloud/instances/i-1'] },
  ],
  ['bash-history', 'fail', 'a history', { write: { 'root/.bash_history': 'mysql -psecret\n'.repeat(80) } }],
  [
    'swap-in-fstab',
    'fail',
    'a swap file',
    { write: { 'etc/fstab': `${fileIn('etc/fstab')}/swapfile none swap sw 0 0\n` } },
  ],
];
