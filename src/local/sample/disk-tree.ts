import { noisePlaceholder } from './noise';
import { installedPackages } from './disk-packages';

/** A file, a directory (no content) or a symbolic link of the sample disk. */
export type Entry =
  | { readonly kind: 'directory'; readonly path: string; readonly mode: number }
  | { readonly kind: 'file'; readonly path: string; readonly mode: number; readonly content: Buffer }
  | { readonly kind: 'link'; readonly path: string; readonly target: string };

const kernel = '6.1.0-28-cloud-amd64';
const root = '5a0f6b1e-0c41-4d57-9a3e-2f1b7c8d9e10';

const agent = 'usr/lib/python3/dist-packages/azurelinuxagent';

const folders = [
  'boot boot/grub dev etc etc/cloud etc/default etc/ssh home mnt proc root run sys tmp',
  'usr usr/bin usr/sbin usr/lib usr/lib64 usr/lib/sample usr/lib/x86_64-linux-gnu usr/lib/python3',
  `usr/lib/python3/dist-packages ${agent} ${agent}/common usr/share usr/share/doc usr/share/doc/sample-disk`,
  'var var/lib var/lib/dpkg var/lib/waagent var/log',
].flatMap((line) => line.split(' '));

/**
 * What certification looks at in a Linux image, laid out as Debian 12 does: enough to be inspected, not to boot. It is a
 * good image: serial console, agent, no swap, no history, no keys, nobody can log in with a password.
 */
export const diskTree: readonly Entry[] = [
  ...['bin', 'sbin', 'lib', 'lib64'].map((name) => link(name, `usr/${name}`)),
  ...folders.map(directory),
  ...bootFiles(),
  ...systemFiles(),
  ...agentFiles(),
  ...programs(),
  text('usr/share/doc/sample-disk/README', [
    'Sample image of the offer publication system.',
    'It is laid out like a small Linux system so that it can be certified and replicated. It does not boot.',
  ]),
  text('var/lib/dpkg/status', installedPackages(kernel)),
  ...[0, 1, 2, 3].map((number) => payload(number, 24)),
];

function bootFiles(): readonly Entry[] {
  const parameters = `root=UUID=${root} ro console=tty0 console=ttyS0 earlyprintk=ttyS0 rootdelay=300 net.ifnames=0`;
  return [
    program(`boot/vmlinuz-${kernel}`),
    link('vmlinuz', `boot/vmlinuz-${kernel}`),
    text(`boot/config-${kernel}`, [
      'CONFIG_64BIT=y',
      'CONFIG_HYPERV=y',
      'CONFIG_HYPERV_NET=y',
      'CONFIG_EXT4_FS=y',
    ]),
    text('boot/grub/grub.cfg', [
      'set timeout=0',
      'serial --unit=0 --speed=115200',
      "menuentry 'Sample Linux' {",
      `  search --no-floppy --fs-uuid --set=root ${root}`,
      `  linux /boot/vmlinuz-${kernel} ${parameters}`,
      '}',
    ]),
    text('etc/default/grub', [
      'GRUB_DEFAULT=0',
      'GRUB_TIMEOUT=0',
      'GRUB_CMDLINE_LINUX="console=tty0 console=ttyS0 earlyprintk=ttyS0 rootdelay=300 net.ifnames=0"',
      'GRUB_TERMINAL="serial"',
    ]),
  ];
}

function systemFiles(): readonly Entry[] {
  return [
    text('etc/os-release', [
      'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"',
      'NAME="Debian GNU/Linux"',
      'VERSION_ID="12"',
      'VERSION="12 (bookworm)"',
      'VERSION_CODENAME=bookworm',
      'ID=debian',
    ]),
    text('etc/debian_version', ['12.8']),
    text('etc/hostname', ['localhost']),
    text('etc/machine-id', []),
    text('etc/fstab', [`UUID=${root} / ext4 rw,discard,errors=remount-ro 0 1`]),
    text('etc/passwd', [
      'root:x:0:0:root:/root:/bin/bash',
      'daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin',
      'sshd:x:101:65534::/run/sshd:/usr/sbin/nologin',
    ]),
    {
      ...text('etc/shadow', [
        'root:*:19700:0:99999:7:::',
        'daemon:*:19700:0:99999:7:::',
        'sshd:!:19700::::::',
      ]),
      mode: 0o640,
    },
    text('etc/group', ['root:x:0:', 'daemon:x:1:', 'sudo:x:27:']),
    text('etc/ssh/sshd_config', [
      'PermitRootLogin no',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'ClientAliveInterval 180',
      'UsePAM yes',
      'Subsystem sftp /usr/lib/openssh/sftp-server',
    ]),
  ];
}

function agentFiles(): readonly Entry[] {
  return [
    text('etc/cloud/cloud.cfg', ['datasource_list: [ Azure ]', 'disable_root: true', 'ssh_pwauth: false']),
    text('etc/waagent.conf', [
      'Provisioning.Agent=auto',
      'Provisioning.DeleteRootPassword=y',
      'Provisioning.RegenerateSshHostKeyPair=y',
      'ResourceDisk.Format=n',
      'ResourceDisk.EnableSwap=n',
      'AutoUpdate.Enabled=y',
      'OS.RootDeviceScsiTimeout=300',
    ]),
    text(`${agent}/__init__.py`, []),
    text(`${agent}/common/__init__.py`, []),
    text(`${agent}/common/version.py`, ["AGENT_NAME = 'WALinuxAgent'", "AGENT_VERSION = '2.9.1.1'"]),
    {
      ...text('usr/sbin/waagent', ['#!/usr/bin/python3', 'import azurelinuxagent.common.version']),
      mode: 0o755,
    },
  ];
}

function programs(): readonly Entry[] {
  return [
    ...['bash', 'dash', 'openssl', 'python3.11'].map((name) => program(`usr/bin/${name}`)),
    ...['usr/sbin/sshd', 'usr/lib/x86_64-linux-gnu/libcrypto.so.3'].map((path) => program(path)),
    link('usr/bin/sh', 'dash'),
    link('usr/bin/python3', 'python3.11'),
  ];
}

/** The smallest x86-64 ELF program: it exits with 0. Architecture is what inspectors read from it. */
function program(path: string): Entry {
  const code = Buffer.from('b83c000000' + '31ff' + '0f05', 'hex'); // exit(0)
  const headers = 64 + 56;
  const base = 0x40_0000;
  const elf = Buffer.alloc(headers);
  Buffer.from('7f454c46' + '020101', 'hex').copy(elf);
  elf.writeUInt16LE(2, 16); // an executable
  elf.writeUInt16LE(62, 18); // for x86-64
  elf.writeUInt32LE(1, 20);
  elf.writeBigUInt64LE(BigInt(base + headers), 24);
  elf.writeBigUInt64LE(64n, 32);
  elf.writeUInt16LE(64, 52);
  elf.writeUInt16LE(56, 54);
  elf.writeUInt16LE(1, 56);
  elf.writeUInt32LE(1, 64); // one loadable segment: the whole file
  elf.writeUInt32LE(5, 68); // readable and executable
  elf.writeBigUInt64LE(BigInt(base), 80);
  elf.writeBigUInt64LE(BigInt(base), 88);
  elf.writeBigUInt64LE(BigInt(headers + code.length), 96);
  elf.writeBigUInt64LE(BigInt(headers + code.length), 104);
  elf.writeBigUInt64LE(0x1000n, 112);
  return { kind: 'file', path, mode: 0o755, content: Buffer.concat([elf, code]) };
}

/** Bytes to scan and copy; the disk gets noise in their place, the fixture only its block numbers. */
function payload(number: number, mebibytes: number): Entry {
  const blocks = mebibytes * 256;
  const content = Buffer.concat(
    Array.from({ length: blocks }, (_, block) => noisePlaceholder(number * blocks + block)),
  );
  return { kind: 'file', path: `usr/lib/sample/payload-${number}.bin`, mode: 0o644, content };
}

function text(path: string, lines: readonly string[]): Entry & { readonly kind: 'file' } {
  return { kind: 'file', path, mode: 0o644, content: Buffer.from(lines.map((line) => `${line}\n`).join('')) };
}

function link(path: string, target: string): Entry {
  return { kind: 'link', path, target };
}

function directory(path: string): Entry {
  return { kind: 'directory', path, mode: path === 'root' ? 0o700 : path === 'tmp' ? 0o1777 : 0o755 };
}
