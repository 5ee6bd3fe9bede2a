import { guestRules } from '../../../../src/domain/certification/rules/guest/table';
import { judgeByRules } from '../../../../src/domain/certification/run-rules';
import type { LinuxGuest } from '../../../../src/domain/certification/guest-facts-schema';
import { linuxGuest } from '../../../support/linux-guest';

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
const server = (value: string | null): Partial<LinuxGuest> => ({
  sshServer: {
    clientAliveInterval: value === null ? null : { value, file: '/etc/ssh/sshd_config', line: 1 },
    passwordAuthentication: { value: 'No', file: '/etc/ssh/sshd_config', line: 2 },
  },
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
  ['a history of 1 KiB', { histories: [{ path: '/root/.bash_history', bytes: 1024 }] }, []],
  [
    'a history of one byte more',
    { histories: [{ path: '/root/.bash_history', bytes: 1025 }] },
    ['bash-history: error'],
  ],
])('judges %s', (_what, change, expected) => {
  expect(judged(change)).toEqual(expected);
});
