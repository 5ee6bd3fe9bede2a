/**
 * A small Debian system unpacked from Debian's own packages, without starting anything of it:
 *
 *     apt-get download <packages>     fetches them as this machine trusts them
 *     dpkg-deb -x <package> <tree>    unpacks each one
 *
 * It is made once a user and kept in their cache. Where that cannot be done - another system, no network - the reason is
 * returned, and whoever wanted it goes on with the sample's tree, which is written by hand.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const packages = ['base-files', 'bash', 'dash', 'libssl3', 'openssl', 'openssh-server', 'sudo', 'waagent'];
const downloadMs = 20_000;

export type DebianTree = { readonly folder: string } | { readonly whyNot: string };

export function debianTree(): DebianTree {
  const cache = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'offer-publication');
  const folder = join(cache, 'debian-tree-1');
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
  const fetched = readdirSync(work).filter((name) => name.endsWith('.deb'));
  mkdirSync(tree);
  const status = fetched.map((name) => {
    execFileSync('dpkg-deb', ['-x', join(work, name), tree], { stdio: 'pipe' });
    const fields = execFileSync('dpkg-deb', ['-f', join(work, name), 'Package', 'Version', 'Architecture']);
    return `${fields.toString().trim()}\nStatus: install ok installed\n`;
  });
  // What dpkg itself would have noted down.
  mkdirSync(join(tree, 'var/lib/dpkg'), { recursive: true });
  writeFileSync(join(tree, 'var/lib/dpkg/status'), status.join('\n'));
}
