import { type Dirent } from 'node:fs';
import { lstat, open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageEntry, PackageFault } from '../../domain/certification/package-entries';
import type { PackageFile } from '../../domain/certification/package-facts';
import { packageLimits } from '../../domain/certification/package-limits';
import type { ReadPackage } from '../../domain/certification/package-roles';
import { headBytes, newJsonBudget, packageFileOf, wantsContent } from './package-file';

/** Everything below a folder, in the order of paths; symbolic links are named, never followed. */
export async function readFolder(folder: string): Promise<ReadPackage> {
  const { entries, faults } = await entriesBelow(folder);
  const budget = newJsonBudget();
  const files: PackageFile[] = [];
  for (const { name, kind, bytes } of entries) {
    if (kind !== 'file') continue;
    const path = join(folder, name);
    const content = wantsContent(name, bytes, budget) ? await readFile(path) : null;
    budget.left -= content?.length ?? 0;
    const head = content?.subarray(0, headBytes) ?? (await headOf(path));
    files.push(packageFileOf(name, bytes, { head, content }));
  }
  return { form: 'folder', files, entries, faults, archiveBytes: null };
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function entriesBelow(
  root: string,
): Promise<{ readonly entries: readonly PackageEntry[]; readonly faults: readonly PackageFault[] }> {
  const entries: PackageEntry[] = [];
  const waiting = [''];
  for (let prefix = waiting.pop(); prefix !== undefined; prefix = waiting.pop()) {
    const found = await readdir(join(root, prefix), { withFileTypes: true });
    for (const each of found) {
      if (isToolsOwn(each)) continue;
      if (entries.length === packageLimits.files) return { entries: inOrder(entries), faults: [tooMany] };
      const name = `${prefix}${each.name}`;
      const kind = kindOf(each);
      entries.push(await entryOf(root, name, kind));
      if (kind === 'folder') waiting.push(`${name}/`);
    }
  }
  return { entries: inOrder(entries), faults: [] };
}

/** What version control keeps beside the files is never packed. */
const isToolsOwn = (each: Dirent): boolean => each.name === '.git';

async function entryOf(root: string, name: string, kind: PackageEntry['kind']): Promise<PackageEntry> {
  const bytes = kind === 'file' ? (await lstat(join(root, name))).size : 0;
  return { name, kind, bytes, packedBytes: bytes, isEncrypted: false, isUtf8: true, method: 0 };
}

function kindOf(each: Dirent): PackageEntry['kind'] {
  if (each.isSymbolicLink()) return 'symbolicLink';
  if (each.isDirectory()) return 'folder';
  return each.isFile() ? 'file' : 'other';
}

const tooMany: PackageFault = { kind: 'tooMany', name: null, detail: `> ${packageLimits.files}` };

/** By code units: the same on every machine. */
const inOrder = (entries: readonly PackageEntry[]): readonly PackageEntry[] =>
  entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
