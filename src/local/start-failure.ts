import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const failurePath = (folder: string): string => join(folder, 'logs', 'start.log');

/** Why the newest start failed, for `offer doctor`: nothing else tells of a stack that is gone again. */
export function keepStartFailure(folder: string, why: string): void {
  const path = failurePath(folder);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${why}\n`);
}

export function forgetStartFailure(folder: string): void {
  rmSync(failurePath(folder), { force: true });
}
