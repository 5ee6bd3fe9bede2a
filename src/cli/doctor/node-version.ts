import { join } from 'node:path';
import { readJson } from './dependencies';
import type { Examined } from './examined';

const oldest = '20.19';

/** The running Node.js against `engines` in package.json. */
export function checkNode(version: string, folder: string): Examined {
  const { engines } = readJson<{ engines?: { node?: string } }>(join(folder, 'package.json')) ?? {};
  const needed = /\d+(\.\d+)*/.exec(engines?.node ?? oldest)?.[0] ?? oldest;
  const name = `Node.js ${version}`;
  if (isAtLeast(version, needed)) return { name, ok: true };
  return { name, ok: false, why: `${needed} or newer is needed`, fix: `Install Node.js ${needed} or newer.` };
}

export function isAtLeast(version: string, needed: string): boolean {
  const have = version.split('.').map(Number);
  const want = needed.split('.').map(Number);
  const differing = want.findIndex((part, index) => part !== have[index]);
  return differing < 0 || (have[differing] ?? 0) > (want[differing] ?? 0);
}
