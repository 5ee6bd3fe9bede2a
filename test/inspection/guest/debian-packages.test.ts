import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectGuest } from '../../../src/inspection/guest/inspect-guest';
import { debianTree } from '../../support/debian-tree';
import { openFileSystems } from '../../support/guest-image';
import { memoryDisk } from '../../support/memory-disk';

/** Asked for once: where there is no network, that takes its time. */
const tree = debianTree();
const inspected =
  'whyNot' in tree ? 'the sample’s tree, for want of Debian’s packages,' : 'Debian’s packages';

/** What Debian's own packages make of a file system; where they cannot be had, the tree that is written by hand. */
function fileSystem(): Buffer {
  if ('whyNot' in tree) {
    process.stderr.write(`No tree of Debian's packages, so the sample's is inspected: ${tree.whyNot}\n`);
    const systems = openFileSystems();
    try {
      return systems.make();
    } finally {
      systems.remove();
    }
  }
  const work = mkdtempSync(join(tmpdir(), 'debian-'));
  const image = join(work, 'root.img');
  const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
  try {
    execFileSync('mke2fs', ['-q', '-t', 'ext4', '-d', tree.folder, image, '96m'], { env, stdio: 'pipe' });
    return readFileSync(image);
  } finally {
    rmSync(work, { recursive: true });
  }
}

it(`finds in ${inspected} the versions that the list of packages names, and no key`, async () => {
  const { system, spent } = await inspectGuest(memoryDisk(fileSystem()));

  expect(system).toMatchObject({
    kind: 'linux',
    os: { id: 'debian' },
    agent: { version: expect.stringMatching(/^2\.\d+/) as string, from: '/var/lib/dpkg/status' },
    openSsl: expect.stringMatching(/^3\.\d+\.\d+$/) as string,
    packageList: { path: '/var/lib/dpkg/status', problem: null },
    packages: { sudo: expect.stringMatching(/^1\.9/) as string },
    architecture: { machine: 'x86_64' },
    privateKeys: [],
    unknownKeys: [],
  });
  expect(spent.bytes).toBeLessThan(0.01 * 1024 ** 3);
});
