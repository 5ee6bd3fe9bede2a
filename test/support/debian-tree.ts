/**
 * A small Debian system unpacked from Debian's own packages, without starting anything of it:
 *
 *     apt-get download <packages>                   fetches them as this machine trusts them
 *     dpkg-deb --fsys-tarfile <package> | tar -x    unpacks each one, without its documentation
 *
 * It is made once a user and kept in their cache. Where that cannot be done - another system, no network - the reason is
 * returned, and whoever wanted it goes on with the sample's tree, which is written by hand.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const packages = [
  'base-files',
  'bash',
  'dash',
  'libssl3',
  'openssl',
  'openssh-server',
  'python3-minimal',
  'python3.11-minimal',
  'sudo',
  'waagent',
];
const downloadMs = 20_000;
const mostBytes = 256 * 1024 * 1024;

export type DebianTree = { readonly folder: string } | { readonly whyNot: string };

export function debianTree(): DebianTree {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'offer-publication');
  // Another number whenever something else is to come out.
  const folder = join(cache, 'debian-tree-2');
  if (existsSync(folder)) return { folder };
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'debian-tree-'));
  try {
    make(work);
    // Whole or not at all; where two make it at once, the first one counts.
    renameSync(join(work, 'tree'), folder);
    return { folder };
  } catch (error) {
    return existsSync(folder) ? { folder } : { whyNot: String(error).split('\n', 1)[0] ?? '' };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function make(work: string): void {
  const tree = join(work, 'tree');
  execFileSync('apt-get', ['download', ...packages], { cwd: work, stdio: 'pipe', timeout: downloadMs });
  for (const name of ['bin', 'sbin', 'lib', 'lib64']) {
    mkdirSync(join(tree, 'usr', name), { recursive: true });
    symlinkSync(`usr/${name}`, join(tree, name));
  }
  const fetched = readdirSync(work).filter((name) => name.endsWith('.deb'));
  const status = fetched.map((name) => unpack(join(work, name), tree));
  // What dpkg itself would have noted down, and the one file that a package's own script makes.
  mkdirSync(join(tree, 'var/lib/dpkg'), { recursive: true });
  writeFileSync(join(tree, 'var/lib/dpkg/status'), status.join('\n'));
  copyFileSync(join(tree, 'usr/share/openssh/sshd_config'), join(tree, 'etc/ssh/sshd_config'));
}

/** Its entry in the list of packages. */
function unpack(file: string, tree: string): string {
  const content = execFileSync('dpkg-deb', ['--fsys-tarfile', file], { maxBuffer: mostBytes });
  const leftOut = ['doc', 'info', 'locale', 'man'].map((name) => `--exclude=./usr/share/${name}`);
  execFileSync('tar', ['-x', '--keep-directory-symlink', ...leftOut, '-C', tree], { input: content });
  const fields = execFileSync('dpkg-deb', ['-f', file, 'Package', 'Version', 'Architecture']);
  return `${fields.toString().trim()}\nStatus: install ok installed\n`;
}
