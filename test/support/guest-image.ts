/**
 * Small disks with a real ext file system, made by e2fsprogs and edited per case. A fresh one keeps every rule about what
 * is inside. They are 64 MiB, not 1 GiB: the rules about sizes are tested elsewhere, and these have to be many.
 *
 *     mke2fs -d <tree>      makes the file system once
 *     debugfs -w            changes a copy: files written, removed, linked; features set
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BaseTree, sampleTree } from './base-tree';

const mebibyte = 1024 * 1024;
const partitionBytes = 62 * mebibyte;

export type Edits = {
  /** Contents by path, without the leading slash; the folders must be there. */
  readonly write?: Readonly<Record<string, string | Buffer>>;
  readonly remove?: readonly string[];
  /** In order: a folder stands before what it holds. */
  readonly folders?: readonly string[];
  /** Targets by path. */
  readonly links?: Readonly<Record<string, string>>;
  /** More of debugfs's own commands. */
  readonly commands?: readonly string[];
};

export type FileSystems = {
  /** A file system with the tree, edited. */
  readonly make: (edits?: Edits) => Buffer;
  /** The folder with the tree, as it is before any edit. */
  readonly tree: string;
  readonly remove: () => void;
};

/** `options` are mke2fs's; ext4 as today's distributions make it unless told otherwise. */
export function openFileSystems(
  options: readonly string[] = ['-t', 'ext4'],
  base: BaseTree = sampleTree,
): FileSystems {
  const folder = mkdtempSync(join(tmpdir(), 'guest-image-'));
  const tree = join(folder, 'tree');
  const fresh = join(folder, 'base.img');
  base.layOut(tree);
  const size = `${partitionBytes / 1024}k`;
  tool('mke2fs', ['-q', '-F', ...options, '-E', 'root_owner=0:0', '-d', tree, fresh, size]);
  let images = 0;
  return {
    make(edits = {}) {
      const image = join(folder, `${(images += 1)}.img`);
      execFileSync('cp', ['--sparse=always', fresh, image]);
      edit(image, edits, folder);
      const bytes = readFileSync(image);
      rmSync(image);
      return bytes;
    },
    tree,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

function edit(image: string, edits: Edits, folder: string): void {
  const { write = {}, remove = [], folders = [], links = {}, commands = [] } = edits;
  const written = Object.entries(write).flatMap(([path, content], index) => {
    const local = join(folder, `content-${index}`);
    writeFileSync(local, content);
    // What is there already is not overwritten; that there is nothing to remove is no fault.
    return [`rm /${path}`, `write ${local} ${path}`];
  });
  const script = [
    ...remove.map((path) => `rm /${path}`),
    ...folders.map((path) => `mkdir /${path}`),
    ...written,
    ...Object.entries(links).flatMap(([path, target]) => [`rm /${path}`, `symlink /${path} ${target}`]),
    ...commands,
  ];
  if (script.length === 0) return;
  const file = join(folder, 'edits.debugfs');
  writeFileSync(file, `${script.join('\n')}\n`);
  tool('debugfs', ['-w', '-f', file, image]);
}

/** The tools may be outside an ordinary user's PATH. */
function tool(name: string, args: readonly string[]): void {
  const env = { ...process.env, PATH: `${process.env['PATH']}:/usr/sbin:/sbin` };
  execFileSync(name, args, { env, stdio: 'pipe' });
}
