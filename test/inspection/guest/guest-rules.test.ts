import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guestRules } from '../../../src/domain/certification/rules/guest/table';
import { judgeByRules } from '../../../src/domain/certification/run-rules';
import { inspectGuest } from '../../../src/inspection/guest/inspect-guest';
import { kernel, proofTree } from '../../support/base-tree';
import { type Edits, openFileSystems } from '../../support/guest-image';
import { memoryDisk } from '../../support/memory-disk';
import { rpmDatabase } from '../../support/rpm/rpm-database';

const at = '2026-11-21T12:00:00.000Z';
const hash = '$6$saltsalt$Ux0kqQ4aR4Y8x';

/** Asked for once: where there is no network, that takes its time. */
const base = proofTree();
const systems = openFileSystems(undefined, base);
afterAll(() => systems.remove());

/** Everything but `pass`, by rule without the prefix that all share. */
async function judged(...contents: readonly Buffer[]) {
  const guest = await inspectGuest(memoryDisk(...contents));
  const { tests, findings } = judgeByRules({ guest, at }, guestRules);
  const results = tests
    .filter(({ result }) => result !== 'pass')
    .map(({ ruleId, result }) => [ruleId.replace('vm.guest.', ''), result]);
  return { guest, findings, results: Object.fromEntries(results) as Record<string, string> };
}

const fileIn = (path: string): string => readFileSync(join(systems.tree, path), 'utf8');

/** A file of the tree with one text in place of another. */
const changed = (path: string, from: string | RegExp, to: string): Record<string, string> => {
  const content = fileIn(path);
  const written = content.replace(from, to);
  if (written === content) throw new Error(`${path} does not hold ${String(from)}.`);
  return { [path]: written };
};

/** The list of packages with another version of the one that is named like this. */
const version = (name: string, to: string): Record<string, string> =>
  changed('var/lib/dpkg/status', new RegExp(`(Package: (?:${name})\\n(?:.+\\n)*?Version: ).*`), `$1${to}`);

const foreignProgram = (machine: number): Buffer => {
  const program = Buffer.alloc(64);
  Buffer.from('7f454c46020101', 'hex').copy(program);
  program.writeUInt16LE(machine, 18);
  return program;
};

it(`passes an image of ${base.madeOf}, for less than a hundredth of what the least image holds`, async () => {
  const { results, guest } = await judged(systems.make());

  expect(results).toEqual({});
  expect(guest.system).toMatchObject({
    os: { id: 'debian', versionId: '12' },
    agent: { version: expect.stringMatching(/^2\.\d+/) as string, from: '/var/lib/dpkg/status' },
    openSsl: expect.stringMatching(/^3\.\d+\.\d+$/) as string,
    python: expect.stringMatching(/^3\.11/) as string,
    packages: { sudo: expect.stringMatching(/^1\.9/) as string },
    architecture: { machine: 'x86_64' },
  });
  expect(guest.spent.bytes).toBeLessThan(0.01 * 1024 ** 3);
  expect(guest.spent.reads).toBeLessThan(100);
});

type Result = 'fail' | 'warn' | 'notRun';
type Case = readonly [rule: string, result: Result, what: string, edits: Edits];

/** What cannot be said of another system than that of the tree. */
const besides: Readonly<Record<string, Readonly<Record<string, Result>>>> = {
  'a system of its own': { 'end-of-life': 'notRun', 'security-threats': 'notRun' },
  'a key store': { 'private-keys': 'notRun' },
  'RHEL 8 as it was released': { 'security-threats': 'notRun' },
};

const cases: readonly Case[] = [
  ['os-known', 'notRun', 'a system of its own', { write: { 'etc/os-release': 'ID=hobby\nVERSION_ID=1\n' } }],
  [
    'end-of-life',
    'fail',
    'Debian 10',
    { write: changed('etc/os-release', 'VERSION_ID="12"', 'VERSION_ID="10"') },
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
    { write: changed('boot/grub/grub.cfg', ' console=ttyS0', '') },
  ],
  [
    'kernel-parameters',
    'warn',
    'no waiting for the root',
    { write: changed('boot/grub/grub.cfg', 'rootdelay=300', 'rootdelay=30') },
  ],
  ['agent-version', 'fail', 'an old agent', { write: version('waagent|walinuxagent', '2.2.40-1') }],
  [
    'auto-update',
    'fail',
    'an agent that stays as it is',
    { write: changed('etc/waagent.conf', 'AutoUpdate.Enabled=y', 'AutoUpdate.Enabled=n') },
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
    { write: changed('etc/ssh/sshd_config', 'Interval 180', 'Interval 5m') },
  ],
  [
    'client-alive-interval',
    'warn',
    'no interval',
    { write: changed('etc/ssh/sshd_config', 'ClientAliveInterval 180\n', '') },
  ],
  [
    'password-authentication',
    'warn',
    'logins with passwords',
    { write: changed('etc/ssh/sshd_config', /^PasswordAuthentication no/m, 'PasswordAuthentication yes') },
  ],
  [
    'password-authentication',
    'warn',
    'logins with answers to PAM',
    { write: changed('etc/ssh/sshd_config', /^KbdInteractiveAuthentication no\n/m, '') },
  ],
  ['empty-password', 'fail', 'an open account', { write: changed('etc/shadow', 'daemon:*', 'daemon:') }],
  [
    'default-password',
    'fail',
    'a password for root',
    { write: changed('etc/shadow', 'root:*', `root:${hash}`) },
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

it.each(cases)(`fails just %s (%s) for %s, on ${base.madeOf}`, async (rule, result, what, edits) => {
  const { results } = await judged(systems.make(edits));

  expect(results).toEqual({ [rule]: result, ...besides[what] });
});

/** A system like RHEL 9 in place of Debian, without the files by which its agent could be told. */
const redHat: Edits = {
  folders: ['var/lib/rpm'],
  remove: ['var/lib/dpkg/status'],
  commands: ['unlink /usr/lib/python3/dist-packages'],
};
const redHatRelease = { 'etc/os-release': 'ID="rhel"\nVERSION_ID="9.4"\n' };

it('judges a system by what RPM’s database lists, for less than a hundredth of what the least image holds', async () => {
  const write = { ...redHatRelease, 'var/lib/rpm/rpmdb.sqlite': rpmDatabase() };

  const { results, guest } = await judged(systems.make({ ...redHat, write }));

  expect(results).toEqual({ 'security-threats': 'notRun' });
  expect(guest.system).toMatchObject({
    agent: { version: '2.7.0.6', from: '/var/lib/rpm/rpmdb.sqlite' },
    openSsl: '3.0.7',
  });
  expect(guest.spent.bytes).toBeLessThan(0.01 * 1024 ** 3);
});

it('wants a person where no agent is found and the list of packages cannot be read', async () => {
  const write = { ...redHatRelease, 'var/lib/rpm/Packages': Buffer.from('0006115', 'latin1') };

  const { results, findings } = await judged(systems.make({ ...redHat, write }));

  expect(results).toMatchObject({ 'agent-version': 'notRun' });
  expect(findings).toMatchObject([
    {
      ruleId: 'vm.guest.agent-version',
      severity: 'reviewRequired',
      actual: expect.stringContaining('a Berkeley DB') as string,
      target: { file: '/var/lib/rpm/Packages' },
    },
  ]);
});

it('remarks on packages in which it searched no key, and passes', async () => {
  const folder = 'root/app/node_modules';
  const { results, findings } = await judged(systems.make({ folders: ['root/app', folder] }));

  expect(results).toEqual({});
  expect(findings).toMatchObject([
    { ruleId: 'vm.guest.unsearched-folders', severity: 'info', actual: `/${folder}` },
  ]);
});

it('has a case for every rule', () => {
  const whole = ['readable', 'root-partition', 'unread-partitions', 'unsearched-folders'];

  const covered = new Set([...whole, ...cases.map(([rule]) => rule)]);

  expect(guestRules.map(({ id }) => id.replace('vm.guest.', '')).filter((id) => !covered.has(id))).toEqual(
    [],
  );
});

it('wants a person where there are two roots', async () => {
  const { results, findings } = await judged(systems.make(), systems.make());

  expect(results).toEqual({ 'root-partition': 'notRun' });
  expect(findings).toMatchObject([
    { severity: 'reviewRequired', aliases: ['42', 'Root Partition on OS Disk'] },
  ]);
});

it.each([1024, 64])('wants a person where a partition of %i KiB cannot be read', async (kibibytes) => {
  const xfs = Buffer.alloc(kibibytes * 1024);
  xfs.write('XFSB');

  const { results, findings } = await judged(systems.make(), xfs);

  expect(results).toEqual({ 'unread-partitions': 'notRun' });
  expect(findings).toMatchObject([{ severity: 'reviewRequired', actual: 'XFS', params: { number: 2 } }]);
});

it('wants a person where a partition is mounted nowhere that is known: nobody looks into it', async () => {
  const home = systems.make({ remove: ['etc/passwd', 'etc/os-release', 'etc/fstab'] });

  const { results, findings } = await judged(systems.make(), home);

  expect(results).toEqual({ 'unread-partitions': 'notRun' });
  expect(findings).toMatchObject([
    { actual: 'ext4, not mounted by UUID or LABEL in fstab', params: { number: 2 } },
  ]);
});

it('never lets a hash or a key into the facts', async () => {
  const { guest } = await judged(
    systems.make({
      folders: ['root/.ssh'],
      write: {
        ...changed('etc/shadow', 'root:*', `root:${hash}`),
        'root/.ssh/id_ed25519': '-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0\n',
        'root/.ssh/authorized_keys': 'ssh-ed25519 AAAAB3 builder\n',
      },
    }),
  );

  const facts = JSON.stringify(guest);
  expect(facts).toContain('/root/.ssh/id_ed25519');
  expect(facts).not.toMatch(/saltsalt|c2VjcmV0|AAAAB3/);
});
