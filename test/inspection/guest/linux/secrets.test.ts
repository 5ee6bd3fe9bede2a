import { gatherLinux } from '../../../../src/inspection/guest/linux/gather-linux';
import { fakeGuestFiles } from '../../../fakes/fake-guest-files';

const key = '-----BEGIN PRIVATE KEY-----\nMII\n';
const passwd = {
  '/etc/passwd': [
    'root:x:0:0::/root:/bin/bash',
    'git:x:105:110::/var/lib/git/:/bin/sh',
    'old:x:106:110::/var/lib/old:',
    'daemon:x:1:1::/usr/sbin:/usr/sbin/nologin',
    'www:x:33:33::/var/lib/www:/usr/sbin/nologin',
    'toor:x:0:0::/:/bin/sh',
  ].join('\n'),
};

const gather = async (
  texts: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
) => gatherLinux(fakeGuestFiles({ ...passwd, ...texts }, links));

const keysIn = async (path: string): Promise<readonly string[]> =>
  (await gather({ [path]: key })).privateKeys;

it.each([
  '/var/lib/git/.ssh/id_ed25519',
  '/var/lib/git/work/deploy.pem',
  '/var/lib/old/deploy.key',
  '/var/lib/www/.ssh/odd',
  '/.ssh/id_rsa',
  '/root/.config/tool/tool.key',
  '/root/.hidden.d/x/y/z/deploy_ed25519',
  '/etc/ssl/site.key',
  '/etc/letsencrypt/live/www.example.com/privkey.pem',
  '/etc/ssh/deploy',
  '/srv/app/v1.2.3/conf/server.key',
])('finds the private key %s', async (path) => {
  expect(await keysIn(path)).toEqual([path]);
});

it.each(['/root/app/node_modules/tls/test/server.pem', '/etc/ssh/ssh_host_rsa_key', '/usr/sbin/x.pem'])(
  'leaves out %s: a package’s own, told elsewhere, or nobody’s home',
  async (path) => {
    expect(await keysIn(path)).toEqual([]);
  },
);

it('names the folders of packages that it leaves out, and looks into what stands beside them', async () => {
  const { privateKeys, unsearchedFolders } = await gather({
    '/opt/app/node_modules/tls/test/server.pem': key,
    '/opt/app/server.pem': key,
    '/home/anna/venv/lib/python3.11/site-packages/ssl/key.pem': key,
  });

  expect(privateKeys).toEqual(['/opt/app/server.pem']);
  expect([...unsearchedFolders].toSorted()).toEqual([
    '/home/anna/venv/lib/python3.11/site-packages',
    '/opt/app/node_modules',
  ]);
});

it('finds a key behind the certificates that stand before it', async () => {
  const bundle = `${'-----BEGIN CERTIFICATE-----\nMII\n'.repeat(300)}${key}`;

  expect((await gather({ '/etc/haproxy/site.pem': bundle })).privateKeys).toEqual(['/etc/haproxy/site.pem']);
});

it('follows links to files and folders, each once, and never in circles', async () => {
  const { privateKeys, histories } = await gather(
    { '/data/keys/one.pem': key, '/data/two': key, '/data/home/anna/.bash_history': 'ls' },
    {
      '/root/keys': '/data/keys',
      '/root/again': 'keys',
      '/root/self': '.',
      '/root/up': '../root/up',
      '/srv/site.key': '../data/two',
      '/home': 'data/home',
    },
  );

  expect(privateKeys).toEqual(['/root/keys/one.pem', '/srv/site.key']);
  expect(histories).toEqual([{ path: '/home/anna/.bash_history', bytes: 2 }]);
});

describe('files of authorized keys', () => {
  const trusted = 'ssh-ed25519 AAAA a\n';
  const trustedBy = async (setting: string, path: string) =>
    (await gather({ '/etc/ssh/sshd_config': setting, [path]: trusted })).authorizedKeys;

  it.each([
    ['AuthorizedKeysFile /etc/ssh/authorized_keys/%u', '/etc/ssh/authorized_keys/git'],
    ['AuthorizedKeysFile=.ssh/authorized_keys "%h/trusted keys"', '/root/trusted keys'],
    ['AuthorizedKeysFile /etc/keys/%U', '/etc/keys/105'],
    ['AuthorizedKeysFile keys', '/var/lib/git/keys'],
    ['Match User git\n  AuthorizedKeysFile /etc/100%%', '/etc/100%'],
    ['AuthorizedKeysFile none', '/var/lib/www/.ssh/authorized_keys'],
  ])('are found by %j', async (setting, path) => {
    expect(await trustedBy(setting, path)).toEqual([{ path, keys: 1 }]);
  });

  it('are told once, however many accounts share them', async () => {
    const found = await trustedBy('AuthorizedKeysFile /etc/ssh/all', '/etc/ssh/all');

    expect(found).toEqual([{ path: '/etc/ssh/all', keys: 1 }]);
  });
});

it.each([
  '/root/.gnupg/secring.gpg',
  '/root/backup.asc',
  '/root/.gnupg/private-keys-v1.d/A421D18E4C4B54A349F679B3A81536AECDA7BF66.key',
])('finds a secret key of PGP in %s', async (path) => {
  const { privateKeys } = await gather({ [path]: '-----BEGIN PGP PRIVATE KEY BLOCK-----\n' });

  expect(privateKeys).toEqual([path]);
});

it('knows everything else where a folder holds more than anybody looks through', async () => {
  const names = Array.from({ length: 50_001 }, (_, id) => [`/opt/data/${id}`, ''] as const);

  const { histories, privateKeys, unknownKeys } = await gather({
    ...Object.fromEntries(names),
    [`/root${'/a'.repeat(45)}/x.pem`]: key,
    '/root/.bash_history': 'x'.repeat(2048),
    '/srv/site.key': key,
    '/srv/trust.p12': 'encrypted',
  });

  expect(histories).toEqual([{ path: '/root/.bash_history', bytes: 2048 }]);
  expect(privateKeys).toEqual(['/srv/site.key']);
  expect(unknownKeys).toEqual(['/root', '/opt', '/srv/trust.p12']);
});

it('names credentials that are larger than anybody reads, unless a secret is seen before', async () => {
  const large = '#'.repeat(6 * 1024 * 1024);

  const { cloudCredentials, unknownCredentials, unknownKeys } = await gather({
    '/root/.netrc': `machine a password b\n${large}`,
    '/root/.kube/config': large,
  });

  expect([cloudCredentials, unknownCredentials]).toEqual([['/root/.netrc'], ['/root/.kube/config']]);
  expect(unknownKeys).toEqual([]);
});

it.each<[string, Readonly<Record<string, string>>]>([
  [
    'accounts',
    {
      '/etc/passwd': Array.from({ length: 1001 }, (_, id) => `u${id}:x:${id}:0::/home/u${id}:/bin/sh`).join(
        '\n',
      ),
    },
  ],
  [
    'kernels',
    Object.fromEntries(Array.from({ length: 101 }, (_, number) => [`/boot/vmlinuz-6.${number}`, 'x'])),
  ],
  [
    'files of authorized keys',
    {
      '/etc/ssh/sshd_config': Array.from({ length: 201 }, (_, id) => `AuthorizedKeysFile /k/${id}`).join(
        '\n',
      ),
    },
  ],
])('says that it is too much, and passes over nothing, for ever more %s', async (_what, texts) => {
  await expect(gather(texts)).rejects.toMatchObject({ name: 'GuestUnreadable', reason: 'tooMuch' });
});

it('keeps the gravest where it cannot keep all', async () => {
  const shadow = [...Array.from({ length: 300 }, (_, id) => `u${id}:$6$x:1:`), 'open::1:'].join('\n');
  const homes = Array.from({ length: 60 }, (_, id) => [`/home/u${id}/.bash_history`, 'x'] as const);

  const { accounts, histories } = await gather({
    '/etc/shadow': shadow,
    ...Object.fromEntries(homes),
    '/home/zoe/.bash_history': 'x'.repeat(2000),
  });

  expect(accounts[0]).toEqual({ name: 'open', password: 'empty' });
  expect(histories[0]).toEqual({ path: '/home/zoe/.bash_history', bytes: 2000 });
});
