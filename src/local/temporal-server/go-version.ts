import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where what is built, and what it needs, is written down. */
export const moduleFolder = resolve(__dirname, '../../../tools/temporal');

/** What a person needs who wants the server built, and where it is. */
export function neededGo(): string {
  return `Go ${neededVersion()} or newer (https://go.dev/dl)`;
}

/** Of a Go that is older than what is needed. From 1.21 on Go may fetch a newer one itself, so it is worth a try. */
export async function tooOldGo(go: string): Promise<string | undefined> {
  // Not in the module's folder, where an old Go does not understand what is written down.
  const { stdout } = await run(go, ['env', 'GOVERSION'], { cwd: '/' });
  const [, found] = /^go(\d+(?:\.\d+)*)/.exec(stdout) ?? [];
  const isOlder = found !== undefined && found.localeCompare(neededVersion(), 'en', { numeric: true }) < 0;
  return isOlder ? `${go} is Go ${found}, and ${neededGo()} is needed` : undefined;
}

function neededVersion(): string {
  const [, version = ''] = /^go (\S+)$/m.exec(readFileSync(join(moduleFolder, 'go.mod'), 'utf8')) ?? [];
  return version;
}
