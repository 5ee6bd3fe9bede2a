import { inspectGuest } from '../../../src/inspection/guest/inspect-guest';
import { type Edits, type FileSystems, openFileSystems } from '../../support/guest-image';
import { memoryDisk } from '../../support/memory-disk';

const key = '-----BEGIN PRIVATE KEY-----\nMII\n';
const trusted = 'ssh-ed25519 AAAA builder\n';
const accounts = 'root:x:0:0:root:/root:/bin/bash\ngit:x:105:110::/var/lib/git:/bin/sh\n';

let systems: FileSystems;
beforeAll(() => {
  systems = openFileSystems();
});
afterAll(() => systems.remove());

const inspect = async (edits: Edits) => (await inspectGuest(memoryDisk(systems.make(edits)))).system;

it('finds what is hidden in homes of services, behind links, and in folders of any name', async () => {
  const system = await inspect({
    folders: [
      'var/lib/git',
      'var/lib/git/.ssh',
      'etc/letsencrypt',
      'etc/letsencrypt/live',
      'etc/letsencrypt/live/www.example.com',
      'etc/ssh/trusted',
      'etc/ssh/conf.d',
      'srv',
      'data',
      'data/.secret',
    ],
    write: {
      'etc/passwd': accounts,
      'etc/ssh/sshd_config': 'Include conf.d/[0-9]*.conf\n',
      'etc/ssh/conf.d/10-keys.conf': 'AuthorizedKeysFile = /etc/ssh/trusted/%u\nClientAliveInterval=180\n',
      'etc/ssh/trusted/git': trusted,
      'var/lib/git/.ssh/id_ed25519': key,
      'etc/letsencrypt/live/www.example.com/privkey.pem': key,
      'data/.secret/site.key': key,
    },
    links: { 'srv/site': '/data', 'srv/again': '../srv', 'data/around': '/srv/site' },
  });

  expect(system).toMatchObject({
    kind: 'linux',
    sshServer: { clientAliveInterval: { value: '180', file: '/etc/ssh/conf.d/10-keys.conf', line: 2 } },
    authorizedKeys: [{ path: '/etc/ssh/trusted/git', keys: 1 }],
    privateKeys: [
      '/var/lib/git/.ssh/id_ed25519',
      '/etc/letsencrypt/live/www.example.com/privkey.pem',
      '/srv/site/.secret/site.key',
    ],
  });
});

it('says where it could not look, and what it knows besides, where folders go on for ever', async () => {
  const folders = Array.from({ length: 45 }, (_, depth) => `srv${'/a'.repeat(depth)}`);

  expect(await inspect({ folders })).toMatchObject({
    kind: 'linux',
    unknownKeys: ['/srv'],
    accounts: [{ name: 'root' }, {}, {}],
  });
});

it('knows everything else where the limits of reading are reached in the search for keys', async () => {
  const content = systems.make({
    folders: ['opt', 'srv', 'srv/more'],
    write: { 'root/.bash_history': 'x'.repeat(2048), 'opt/large.p12': Buffer.alloc(2_000_000, 1) },
  });
  const all = await inspectGuest(memoryDisk(content));
  const bytes = all.spent.bytes - 500_000;

  const { system } = await inspectGuest({
    ...memoryDisk(content),
    limits: { reads: 2_000, bytes, asks: 100_000, ms: 60_000 },
  });

  expect(system).toMatchObject({
    kind: 'linux',
    histories: [{ path: '/root/.bash_history', bytes: 2048 }],
    unknownKeys: ['/opt', '/srv'],
  });
});
