import { gatherLinux } from '../../../../src/inspection/guest/linux/gather-linux';
import { fakeGuestFiles } from '../../../fakes/fake-guest-files';

const gather = async (
  texts: Readonly<Record<string, string>>,
  links: Readonly<Record<string, string>> = {},
) => gatherLinux(fakeGuestFiles(texts, links));

it('finds nothing, and says so, where there is nothing', async () => {
  expect(await gather({})).toMatchObject({
    os: null,
    kernels: [],
    kernelCommand: null,
    agent: null,
    sshServer: null,
    architecture: null,
    openSsl: null,
    python: null,
    machineId: 'absent',
  });
});

describe('the SSH server', () => {
  const server = async (texts: Readonly<Record<string, string>>) => (await gather(texts)).sshServer;

  it('goes by the first of several lines, and a file that is included stands where it is included', async () => {
    const found = await server({
      '/etc/ssh/sshd_config':
        'Include /etc/ssh/sshd_config.d/*.conf\nClientAliveInterval 0\nPasswordAuthentication no\n',
      '/etc/ssh/sshd_config.d/50-cloud.conf': '# from the cloud\nPasswordAuthentication yes\n',
      '/etc/ssh/sshd_config.d/10-first.conf': 'clientaliveinterval=2m\n',
      '/etc/ssh/sshd_config.d/notes.txt': 'ClientAliveInterval 9\n',
    });

    expect(found).toEqual({
      clientAliveInterval: { value: '2m', file: '/etc/ssh/sshd_config.d/10-first.conf', line: 1 },
      passwordAuthentication: { value: 'yes', file: '/etc/ssh/sshd_config.d/50-cloud.conf', line: 2 },
      keyboardInteractive: null,
      usePam: null,
      passwordsForSome: [],
    });
  });

  it('leaves out what is for some connections only', async () => {
    const found = await server({ '/etc/ssh/sshd_config': 'Match User git\n  PasswordAuthentication no\n' });

    expect(found?.passwordAuthentication).toBeNull();
  });

  it('ends where files include each other', async () => {
    const found = await server({ '/etc/ssh/sshd_config': 'Include sshd_config\nClientAliveInterval 60\n' });

    expect(found?.clientAliveInterval?.value).toBe('60');
  });
});

describe('the kernel’s parameters', () => {
  const command = async (texts: Readonly<Record<string, string>>) => (await gather(texts)).kernelCommand;

  it('are those of the first entry of the menu', async () => {
    const menu =
      'menuentry a {\n\tlinux /vmlinuz root=a first\n}\nmenuentry b {\n\tlinux /vmlinuz second\n}\n';

    expect(await command({ '/boot/grub2/grub.cfg': menu })).toEqual({
      value: 'root=a first',
      file: '/boot/grub2/grub.cfg',
      line: 2,
    });
  });

  it('are those of the newest entry where the menu takes its entries from files', async () => {
    const found = await command({
      '/boot/grub2/grub.cfg': 'blscfg\n',
      '/boot/grub2/grubenv': '# GRUB Environment Block\nkernelopts=root=a console=ttyS0\n',
      '/boot/loader/entries/x-5.14.0-70.conf': 'options old\n',
      '/boot/loader/entries/x-5.14.0-427.conf': 'title x\noptions $kernelopts new\n',
      '/boot/loader/entries/x-0-rescue.conf': 'options rescue\n',
    });

    expect(found).toEqual({
      value: 'root=a console=ttyS0 new',
      file: '/boot/loader/entries/x-5.14.0-427.conf',
      line: 2,
    });
  });

  it('are those that the menu will be made of where there is none', async () => {
    const found = await command({
      '/etc/default/grub':
        '#GRUB_CMDLINE_LINUX="no"\nGRUB_CMDLINE_LINUX_DEFAULT="quiet"\nGRUB_CMDLINE_LINUX=\'a b\'\n',
    });

    expect(found).toMatchObject({ value: 'a b quiet', line: 3 });
  });
});

describe('the agent', () => {
  it.each([
    [
      'of dpkg’s list',
      { '/var/lib/dpkg/status': 'Package: walinuxagent\nStatus: install ok installed\nVersion: 2.9.1.1-1\n' },
      '2.9.1.1',
    ],
    [
      'of its own module',
      { '/usr/lib/python3.9/site-packages/azurelinuxagent/common/version.py': "AGENT_VERSION = '2.7.0.6'\n" },
      '2.7.0.6',
    ],
    [
      'of its egg',
      { '/usr/lib/python3.6/site-packages/WALinuxAgent-2.2.46-py3.6.egg-info/PKG-INFO': 'x' },
      '2.2.46',
    ],
    [
      'of its script',
      { '/usr/sbin/waagent': 'GuestAgentName = "x"\nGuestAgentVersion = "WALinuxAgent-2.0.16"\n' },
      '2.0.16',
    ],
  ])('has the version %s', async (_where, texts: Readonly<Record<string, string>>, version) => {
    expect((await gather(texts)).agent?.version).toBe(version);
  });

  it('is not there when its package was removed and left its settings', async () => {
    const status = 'Package: walinuxagent\nStatus: deinstall ok config-files\nVersion: 2.9.1.1-1\n';

    expect((await gather({ '/var/lib/dpkg/status': status })).agent).toBeNull();
  });

  it('goes by the last line about updates', async () => {
    const { autoUpdate } = await gather({
      '/etc/waagent.conf': 'AutoUpdate.Enabled=y\n#AutoUpdate.Enabled=y\nAutoUpdate.Enabled=N\n',
    });

    expect(autoUpdate).toEqual({ value: 'n', file: '/etc/waagent.conf', line: 3 });
  });
});

it('reads the versions of systems without a package list from their files', async () => {
  const found = await gather(
    { '/usr/lib64/libcrypto.so.1.1.1k': 'x', '/usr/lib64/libcrypto.so.1.1': 'x' },
    { '/usr/bin/python3': 'python3.9' },
  );

  expect(found).toMatchObject({ openSsl: '1.1.1k', python: '3.9' });
});

it('reads Alpine’s package list', async () => {
  const { openSsl } = await gather({
    '/lib/apk/db/installed': 'C:Q1\nP:openssl\nV:3.1.4-r5\n\nP:musl\nV:1.2\n',
  });

  expect(openSsl).toBe('3.1.4');
});

it('tells locked, empty and set passwords apart, wherever they stand', async () => {
  const { accounts } = await gather({
    '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nold::5:5::/:/bin/sh\nolder:hash:6:6::/:/bin/sh\n',
    '/etc/shadow': 'root:!$6$x:1:\ndaemon:*:1:\nanna:$y$j9T$x:1:\nguest::1:\n',
  });

  expect(Object.fromEntries(accounts.map(({ name, password }) => [name, password]))).toEqual({
    old: 'empty',
    older: 'set',
    anna: 'set',
    guest: 'empty',
    root: 'locked',
    daemon: 'locked',
  });
});

it('looks into every home: of people in passwd, and of whoever was there before', async () => {
  const { histories, authorizedKeys, cloudCredentials } = await gather({
    '/etc/passwd':
      'root:x:0:0::/root:/bin/sh\napp:x:1001:1001::/srv/app/:/bin/sh\nsync:x:4:65534::/bin:/bin/sync\n',
    '/root/.bash_history': 'a',
    '/home/gone/.zsh_history': 'ab',
    '/srv/app/.ssh/authorized_keys': '# nobody\n\nssh-rsa A a\nssh-rsa B b\n',
    '/srv/app/.docker/config.json': '{"auths":{"x":{"auth":"eA=="}}}',
    '/root/.docker/config.json': '{"credsStore":"pass"}',
    '/root/.vault-token': '',
  });

  expect(histories).toEqual([
    { path: '/root/.bash_history', bytes: 1 },
    { path: '/home/gone/.zsh_history', bytes: 2 },
  ]);
  expect(authorizedKeys).toEqual([{ path: '/srv/app/.ssh/authorized_keys', keys: 2 }]);
  expect(cloudCredentials).toEqual(['/srv/app/.docker/config.json']);
});

it('tells private keys from certificates, public keys and the server’s host keys', async () => {
  const key = '-----BEGIN PRIVATE KEY-----\nMII\n';
  const { privateKeys, hostKeys } = await gather({
    '/root/.ssh/id_rsa': key,
    '/root/.ssh/id_rsa.pub': 'ssh-rsa A',
    '/root/.ssh/oddly-named': key,
    '/etc/ssl/private/site.key': key,
    '/etc/ssl/private/site.pem': '-----BEGIN CERTIFICATE-----\n',
    '/etc/wireguard/wg0.conf': '[Interface]\nPrivateKey = abc\n',
    '/etc/ssh/ssh_host_rsa_key': key,
    '/etc/ssh/ssh_host_rsa_key.pub': 'ssh-rsa A',
  });

  expect(privateKeys.toSorted()).toEqual([
    '/etc/ssl/private/site.key',
    '/etc/wireguard/wg0.conf',
    '/root/.ssh/id_rsa',
    '/root/.ssh/oddly-named',
  ]);
  expect(hostKeys).toEqual(['/etc/ssh/ssh_host_rsa_key']);
});

it.each([
  ['', 'empty'],
  ['uninitialized\n', 'empty'],
  ['0123456789abcdef0123456789abcdef\n', 'set'],
])('holds the machine id %j to be %s', async (id, state) => {
  expect((await gather({ '/etc/machine-id': id })).machineId).toBe(state);
});

it('sees what swaps, and not what is commented out', async () => {
  const { swap } = await gather({
    '/etc/fstab':
      '# swap\nUUID=a / ext4 defaults 0 1\n#/dev/sdb none swap sw 0 0\n/dev/sda2 none swap sw 0 0\n',
  });

  expect(swap).toEqual([{ value: '/dev/sda2', file: '/etc/fstab', line: 4 }]);
});
