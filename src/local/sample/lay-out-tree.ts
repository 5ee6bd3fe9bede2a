import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from './disk-tree';

/** Makes a new folder with these entries; the folders among them stand before what they hold. */
export function layOutTree(folder: string, entries: readonly Entry[]): void {
  mkdirSync(folder);
  for (const entry of entries) {
    const path = join(folder, entry.path);
    if (entry.kind === 'link') symlinkSync(entry.target, path);
    else if (entry.kind === 'directory') mkdirSync(path);
    else writeFileSync(path, entry.content);
    if (entry.kind !== 'link') chmodSync(path, entry.mode);
  }
}
