import { guestRules } from '../../../../src/domain/certification/rules/guest/table';
import { judgeByRules } from '../../../../src/domain/certification/run-rules';
import type { LinuxGuest } from '../../../../src/domain/certification/guest-facts-schema';
import { linuxGuest, setting } from '../../../support/linux-guest';

const judged = (change: Partial<LinuxGuest>) => {
  const { findings } = judgeByRules(
    { guest: linuxGuest(change), at: '2026-11-21T12:00:00.000Z' },
    guestRules,
  );
  return findings.map(({ ruleId, severity }) => `${ruleId.replace('vm.guest.', '')}: ${severity}`);
};
const command = (value: string): Partial<LinuxGuest> => ({
  kernelCommand: { value, file: '/boot/grub/grub.cfg', line: 1 },
});
const ssh = (change: Partial<NonNullable<LinuxGuest['sshServer']>>): Partial<LinuxGuest> => ({
  sshServer: {
    clientAliveInterval: setting('180', 1),
    passwordAuthentication: setting('No', 2),
    keyboardInteractive: null,
    usePam: null,
    passwordsForSome: [],
    ...change,
  },
});
const server = (value: string | null): Partial<LinuxGuest> =>
  ssh({ clientAliveInterval: value === null ? null : setting(value, 1) });
const named = (name: string, value: string) => ({ ...setting(value, 9), name });
const pam = setting('yes', 5);
/** Of which CVE-2024-6387 is known. */
const openDebian: Partial<LinuxGuest> = { packages: { 'openssh-server': '1:9.2p1-2+deb12u1' } };
const centos = (release: string): Partial<LinuxGuest> => ({
  os: { id: 'centos', versionId: '7', name: 'CentOS 7' },
  kernels: [{ release, packageVersion: null }],
});

it.each<[string, Partial<LinuxGuest>, readonly string[]]>([
  ['no boot entry was found', { kernelCommand: null }, ['kernel-parameters: reviewRequired']],
  ['no program was found', { architecture: null }, ['architecture: reviewRequired']],
  ['nobody knows the system', { os: null }, ['os-known: reviewRequired']],
])('leaves to a person what is not known: %s', (_what, change, expected) => {
  expect(judged(change)).toEqual(expected);
});

it.each<[string, Partial<LinuxGuest>, readonly string[]]>([
  [
    'a console with a speed',
    command('console=tty0 console=ttyS0,115200n8 earlyprintk=ttyS0,115200 rootdelay=300'),
    [],
  ],
  [
    'another console',
    command('console=ttyS01 earlyprintk=ttyS0 rootdelay=300'),
    ['kernel-parameters: error'],
  ],
  [
    'none but the console',
    command('console=ttyS0'),
    ['kernel-parameters: warning', 'kernel-parameters: warning'],
  ],
  ['the least interval', server('30'), []],
  ['the longest interval', server('235'), []],
  ['a second less', server('29'), ['client-alive-interval: warning']],
  ['a second more', server('236'), ['client-alive-interval: error']],
  ['an interval of the default', server(null), ['client-alive-interval: warning']],
  ['an interval that is none', server('often'), ['client-alive-interval: error']],
  ['the least agent', { agent: { version: '2.2.41', from: '/x' } }, []],
  ['no agent', { agent: null }, ['agent-version: error']],
  [
    'packages of which nobody looked for keys',
    { unsearchedFolders: ['/opt/app/node_modules'] },
    ['unsearched-folders: info'],
  ],
  [
    'a store of which nobody knows whether it holds a key',
    { unknownKeys: ['/opt/trust.p12'] },
    ['unknown-keys: reviewRequired'],
  ],
  [
    'a file of credentials that nobody could read',
    { unknownCredentials: ['/root/.netrc'] },
    ['unknown-keys: reviewRequired'],
  ],
  ['a history of 1 KiB', { histories: [{ path: '/root/.bash_history', bytes: 1024 }] }, []],
  [
    'a history of one byte more',
    { histories: [{ path: '/root/.bash_history', bytes: 1025 }] },
    ['bash-history: error'],
  ],
])('judges %s', (_what, change, expected) => {
  expect(judged(change)).toEqual(expected);
});

it.each([
  ['debian', '12', 'pass'],
  ['debian', '13', 'notRun'],
  ['ubuntu', '26.04', 'notRun'],
  ['alpine', '3.22.1', 'notRun'],
])('compares packages with known holes only where it knows some: %s %s', (id, versionId, result) => {
  const guest = linuxGuest({ os: { id, versionId, name: id }, packages: { bash: '5.2' } });
  const { tests } = judgeByRules({ guest, at: '2026-11-21T12:00:00.000Z' }, guestRules);

  expect(tests.find(({ ruleId }) => ruleId === 'vm.guest.security-threats')?.result).toBe(result);
});

it.each<[string, Partial<LinuxGuest>, readonly string[]]>([
  ['everything could', {}, ['pass', 'pass']],
  ['a key could not', { unknownKeys: ['/opt/a.p12'] }, ['notRun', 'pass']],
  ['a file of credentials could not', { unknownCredentials: ['/root/.netrc'] }, ['pass', 'notRun']],
])('passes keys and credentials each where all of theirs could be read: %s', (_what, change, expected) => {
  const { tests } = judgeByRules({ guest: linuxGuest(change), at: '2026-11-21T12:00:00.000Z' }, guestRules);

  const results = ['private-keys', 'cloud-credentials'].map(
    (name) => tests.find(({ ruleId }) => ruleId === `vm.guest.${name}`)?.result,
  );
  expect(results).toEqual(expected);
});

const forSome = (name: string) => ({ passwordsForSome: [named(name, 'yes')] });

it.each<[string, Partial<LinuxGuest>, readonly string[]]>([
  ['PAM asks, as it does by default', ssh({ usePam: pam }), ['KbdInteractiveAuthentication yes']],
  [
    'PAM asks, by the older name',
    ssh({ usePam: pam, keyboardInteractive: named('ChallengeResponseAuthentication', 'yes') }),
    ['ChallengeResponseAuthentication yes'],
  ],
  [
    'PAM is not to ask',
    ssh({ usePam: pam, keyboardInteractive: named('KbdInteractiveAuthentication', 'no') }),
    [],
  ],
  ['nobody asks', ssh({ keyboardInteractive: named('KbdInteractiveAuthentication', 'yes') }), []],
  ['some are let in', ssh(forSome('PasswordAuthentication')), ['PasswordAuthentication yes']],
  ['some would be asked by nobody', ssh(forSome('KbdInteractiveAuthentication')), []],
  ['nothing is set', ssh({ passwordAuthentication: null }), ['PasswordAuthentication yes']],
])('warns of every setting that lets in who knows a password: %s', (_what, change, expected) => {
  const { findings } = judgeByRules(
    { guest: linuxGuest(change), at: '2026-11-21T12:00:00.000Z' },
    guestRules,
  );

  expect(findings.map(({ actual }) => actual)).toEqual(expected);
});

/** Section 4.3 of the marketplace's documents: the tests inside of a Linux machine, by their TestID. */
it.each<[string, string, Partial<LinuxGuest>, readonly (string | undefined)[]]>([
  ['48', 'no history', {}, ['pass', '1024', '0']],
  [
    '48',
    'two histories',
    { histories: [1025, 2].map((bytes) => ({ path: `/home/${bytes}/.bash_history`, bytes })) },
    ['fail', '1024', '1025'],
  ],
  ['39', 'an agent', {}, ['pass', '2.2.41', '2.9.1.1']],
  ['39', 'no agent', { agent: null }, ['fail', '2.2.41', '-']],
  [
    '40',
    'all parameters',
    {},
    [
      'pass',
      'console=ttyS0#earlyprintk=ttyS0#rootdelay=300',
      'console=ttyS0 earlyprintk=ttyS0 rootdelay=300',
    ],
  ],
  [
    '40',
    'no boot entry',
    { kernelCommand: null },
    ['notRun', 'console=ttyS0#earlyprintk=ttyS0#rootdelay=300'],
  ],
  ['42', 'a root', {}, ['pass', '1', '1']],
  ['42', 'two roots', { rootPartitions: 2 }, ['notRun', '1', '2']],
  ['44', 'a version', {}, ['pass', '0.9.8', '3.0.15']],
  ['44', 'an old version', { openSsl: '0.9.7' }, ['fail', '0.9.8', '0.9.7']],
  ['44', 'no OpenSSL', { openSsl: null }, ['notRun']],
  ['45', 'a version', {}, ['pass', '2.6', '3.11.2']],
  ['45', 'no Python', { python: null }, ['warn', '2.6', '-']],
  ['46', 'an interval', {}, ['pass', '30-235', '180']],
  ['46', 'none set', server(null), ['warn', '30-235', '0']],
  ['49', 'a machine', {}, ['pass', 'x86_64', 'x86_64']],
  [
    '49',
    'another machine',
    { architecture: { machine: 'aarch64', path: '/bin/sh' } },
    ['fail', 'x86_64', 'aarch64'],
  ],
  ['49', 'no program', { architecture: null }, ['notRun', 'x86_64']],
  ['50', 'no package with a hole', { packages: { bash: '5.2' } }, ['pass', '0', '0']],
  ['50', 'a package with one', openDebian, ['warn', '0', '1']],
  ['51', 'the default', {}, ['pass', 'y', 'y']],
  ['51', 'no updates', { autoUpdate: { value: 'n', file: '/x', line: 1 } }, ['fail', 'y', 'n']],
  ['52', 'a line that never lacked it', {}, ['pass', undefined, '6.1.0-28']],
  ['52', 'the least kernel', centos('3.10.0-957.21.3.el7'), ['pass', '3.10.0-957.21.3', '3.10.0-957.21.3']],
  ['52', 'an older one', centos('3.10.0-957.el7'), ['fail', '3.10.0-957.21.3', '3.10.0-957']],
])('tells what test %s required and met, kept or not: %s', (testId, _what, change, expected) => {
  const guest = linuxGuest(change);
  const { tests } = judgeByRules({ guest, at: '2026-11-21T12:00:00.000Z' }, guestRules);

  const test = tests.find(({ aliases }) => aliases.includes(testId));

  const [result, required, met] = expected;
  expect([test?.result, test?.expected, test?.actual]).toEqual([result, required, met]);
});

it('shows no secret of a boot entry, nor the half of one where it is cut', () => {
  const guest = linuxGuest(command(`console=ttyS1 ${'x'.repeat(175)} key=AKIA${'Q'.repeat(16)}`));

  const outcome = judgeByRules({ guest, at: '2026-11-21T12:00:00.000Z' }, guestRules);

  expect(outcome.tests.find(({ aliases }) => aliases.includes('40'))?.actual).toContain('xxx key=***');
  expect(JSON.stringify(outcome)).not.toContain('AKIA');
});
