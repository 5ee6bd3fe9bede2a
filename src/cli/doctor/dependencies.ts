import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Examined } from './examined';

type Packages = { readonly packages?: Readonly<Record<string, { readonly version?: string }>> };
type Manifest = { readonly dependencies?: Readonly<Record<string, string>> };

/** Whether every runtime dependency is installed in the version the lock file names. */
export function checkDependencies(folder: string): Examined {
  const name = 'dependencies';
  const fix = 'Run "npm ci".';
  const manifest = readJson<Manifest>(join(folder, 'package.json'));
  const lock = readJson<Packages>(join(folder, 'package-lock.json'));
  if (manifest === undefined || lock === undefined) {
    const why = `${folder} is not a checkout of this project: package.json or package-lock.json is missing`;
    return { name, ok: false, why, fix: 'Run the command in the folder of the checkout.' };
  }
  const wrong = Object.keys(manifest.dependencies ?? {}).filter((dependency) => {
    const installed = readJson<{ version?: string }>(
      join(folder, 'node_modules', dependency, 'package.json'),
    );
    return installed?.version !== lock.packages?.[`node_modules/${dependency}`]?.version;
  });
  if (wrong.length === 0) return { name, ok: true };
  return { name, ok: false, why: `missing or of another version: ${wrong.join(', ')}`, fix };
}

export function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    return undefined;
  }
}
