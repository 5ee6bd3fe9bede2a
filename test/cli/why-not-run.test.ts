import { whyNotRun } from '../../src/cli/certification/why-not-run';
import type { LinuxGuest } from '../../src/domain/certification/guest-facts-schema';
import { guestRules } from '../../src/domain/certification/rules/guest/table';
import { judgeByRules } from '../../src/domain/certification/run-rules';
import { imageFacts } from '../support/image-facts';
import { linuxGuest } from '../support/linux-guest';

const at = '2026-11-21T12:00:00.000Z';
/** In which nothing was found that can be missing. */
const bare: Partial<LinuxGuest> = {
  os: null,
  kernels: [],
  agent: null,
  sshServer: null,
  openSsl: null,
  packageList: null,
  packages: {},
  unknownKeys: ['/opt'],
  unknownCredentials: ['/root/.netrc'],
};

const reasons = (change: Partial<LinuxGuest>): Readonly<Record<string, string>> => {
  const guest = { guest: linuxGuest(change), at };
  const { tests, findings } = judgeByRules(guest, guestRules);
  const why = whyNotRun({ image: imageFacts(), guest }, findings);
  const notRun = tests.filter(({ result }) => result === 'notRun');
  return Object.fromEntries(notRun.map(({ ruleId }) => [ruleId.replace('vm.guest.', ''), why(ruleId)]));
};

it('says of every rule about a system what was not found, not that the system has none', () => {
  expect(reasons(bare)).toEqual({
    'os-known': 'a reviewer decides',
    'end-of-life': 'the support of this system is not known',
    'sack-patch': 'no kernel was found in /boot',
    'security-threats': 'no list of its packages could be read',
    'auto-update': 'no agent was found',
    'openssl-version': 'no OpenSSL was found',
    'private-keys': 'not every place could be looked through (see vm.guest.unknown-keys)',
    'cloud-credentials': 'a file is too large to be read (see vm.guest.unknown-keys)',
    'unknown-keys': 'a reviewer decides',
    'client-alive-interval': 'no SSH server was found',
    'password-authentication': 'no SSH server was found',
  });
});

it('says why a list of packages was not read', () => {
  const packageList = { path: '/var/lib/rpm/Packages', problem: 'a Berkeley DB' };
  const why = 'its list of packages was not read (/var/lib/rpm/Packages: a Berkeley DB)';

  expect(reasons({ openSsl: null, packages: {}, packageList })).toEqual({
    'openssl-version': why,
    'security-threats': why,
  });
});

it('does not say of a list that was read that it could not be', () => {
  const packageList = { path: '/var/lib/dpkg/status', problem: null };

  expect(reasons({ packageList, packages: {} })).toEqual({
    'security-threats': 'its list of packages names none that is compared',
  });
});

it('tells packages that nobody could list from versions of which no hole is known', () => {
  const os = { id: 'debian', versionId: '13', name: 'Debian 13' };

  expect(reasons({ os, packages: { bash: '5.2' } })).toEqual({
    'security-threats': 'no hole is listed for this version of the system',
  });
});
