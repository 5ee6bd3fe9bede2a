import { gatherLinux } from '../../../../src/inspection/guest/linux/gather-linux';
import { readSshdLine } from '../../../../src/inspection/guest/linux/sshd-line';
import { fakeGuestFiles } from '../../../fakes/fake-guest-files';

const main = '/etc/ssh/sshd_config';
const interval = async (
  texts: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
): Promise<string | undefined> =>
  (await gatherLinux(fakeGuestFiles(texts, links))).sshServer?.clientAliveInterval?.value;

it.each<[string, string, readonly string[]]>([
  ['ClientAliveInterval 180', 'clientaliveinterval', ['180']],
  ['ClientAliveInterval=180', 'clientaliveinterval', ['180']],
  ['ClientAliveInterval = 180', 'clientaliveinterval', ['180']],
  ['  CLIENTALIVEINTERVAL\t=180  ', 'clientaliveinterval', ['180']],
  ['ClientAliveInterval "180"', 'clientaliveinterval', ['180']],
  ['ClientAliveInterval="180" # quiet', 'clientaliveinterval', ['180']],
  ["ClientAliveInterval '3m'", 'clientaliveinterval', ['3m']],
  ['"ClientAliveInterval" 180', 'clientaliveinterval', ['180']],
  ['AuthorizedKeysFile .ssh/a "/etc/my keys/%u"', 'authorizedkeysfile', ['.ssh/a', '/etc/my keys/%u']],
  ['Banner a#b', 'banner', ['a#b']],
  ['Banner "a \\"b\\""', 'banner', ['a "b"']],
  ['Banner ""', 'banner', ['']],
  ['UsePAM', 'usepam', []],
])('takes %j apart as sshd does', (text, keyword, values) => {
  expect(readSshdLine(text)).toEqual({ keyword, values });
});

it.each(['', '   ', '# ClientAliveInterval 180', '=180'])('takes nothing from %j', (text) => {
  expect(readSshdLine(text)).toBeUndefined();
});

it.each([
  ['conf.d/*.conf', 'conf.d/a.conf', true],
  ['conf.d/*', 'conf.d/.hidden', false],
  ['conf.d/?0-*.conf', 'conf.d/10-a.conf', true],
  ['conf.d/[0-4]*.conf', 'conf.d/50-a.conf', false],
  ['conf.d/[!0-4]*.conf', 'conf.d/50-a.conf', true],
  ['conf.d/*a*b*.conf', 'conf.d/xxaxxbxx.conf', true],
  ['conf.d/*a*b*.conf', 'conf.d/xxbxxaxx.conf', false],
  ['*.d/*.conf', 'more.d/a.conf', true],
  ['"conf.d/*.conf"', 'conf.d/a.conf', true],
  ['/etc/*/conf.d/a.conf', 'conf.d/a.conf', true],
  ['conf.d/b.conf conf.d/a.conf', 'conf.d/a.conf', true],
  [`conf.d/${'*a'.repeat(200)}`, `conf.d/${'a'.repeat(200)}b`, false],
])('includes by the pattern %s: %s %s', async (pattern, file, isIncluded) => {
  const found = await interval({
    [main]: `Include ${pattern}\n`,
    [`/etc/ssh/${file}`]: 'ClientAliveInterval=77\n',
  });

  expect(found).toBe(isIncluded ? '77' : undefined);
});

it('includes what a link leads to', async () => {
  const found = await interval(
    { [main]: 'Include conf.d/*.conf\n', '/usr/share/ssh/cloud.conf': 'ClientAliveInterval 77\n' },
    { '/etc/ssh/conf.d': '../../usr/share/ssh' },
  );

  expect(found).toBe('77');
});

it('counts what is for all connections, also behind those for some', async () => {
  const found = await interval({
    [main]: 'Match User git\nClientAliveInterval 9\nMatch all\nClientAliveInterval 60\n',
  });

  expect(found).toBe('60');
});

it('gives up, and says so, where files include each other without end', async () => {
  const reading = interval({ [main]: 'Include sshd_config\nInclude sshd_config\n' });

  await expect(reading).rejects.toMatchObject({ name: 'GuestUnreadable', reason: 'tooMuch' });
});

const settings = async (texts: Readonly<Record<string, string>>) =>
  (await gatherLinux(fakeGuestFiles(texts))).sshServer;

it('reads what the distribution keeps where there is no own file, with the additions of both', async () => {
  const found = await settings({
    '/usr/etc/ssh/sshd_config':
      'Include /etc/ssh/sshd_config.d/*.conf\nInclude /usr/etc/ssh/sshd_config.d/*.conf\nUsePAM yes\n',
    '/etc/ssh/sshd_config.d/10-own.conf': 'PasswordAuthentication no\n',
    '/usr/etc/ssh/sshd_config.d/50-suse.conf':
      'PasswordAuthentication yes\nKbdInteractiveAuthentication no\n',
  });

  expect(found).toMatchObject({
    passwordAuthentication: { value: 'no', file: '/etc/ssh/sshd_config.d/10-own.conf' },
    keyboardInteractive: { value: 'no', file: '/usr/etc/ssh/sshd_config.d/50-suse.conf' },
    usePam: { value: 'yes', line: 3 },
  });
});

it('prefers the own file to what the distribution keeps', async () => {
  const found = await settings({ [main]: '', '/usr/etc/ssh/sshd_config': 'PasswordAuthentication no\n' });

  expect(found?.passwordAuthentication).toBeNull();
});

it.each([
  ['goes by its defaults where it has no file', '/usr/sbin/sshd', null],
  ['is none where its program is missing', '/usr/bin/ssh', undefined],
])('%s: %s', async (_what, program, expected) => {
  expect((await settings({ [program]: 'ELF' }))?.passwordAuthentication).toBe(expected);
});

it('keeps what lets some in with a password, by either name', async () => {
  const lines = [
    'PasswordAuthentication no',
    'Match User git',
    'PasswordAuthentication yes',
    'Match User anna',
    'PasswordAuthentication no',
    'ChallengeResponseAuthentication yes',
  ];

  expect((await settings({ [main]: lines.join('\n') }))?.passwordsForSome).toEqual([
    { name: 'PasswordAuthentication', value: 'yes', file: main, line: 3 },
    { name: 'ChallengeResponseAuthentication', value: 'yes', file: main, line: 6 },
  ]);
});
