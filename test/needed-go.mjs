/** The tests of docker-compose.yml read it with a library written in Go: without one they would fail minutes later. */
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {{ needed: string, newest: string, folder: string | undefined, said: string | undefined }} Go
 *   `newest`: what a Temporal server is built with. `said`: the answer to `go version` of the one in `folder`.
 */

/**
 * Searches as the build of a Temporal server does: PATH, and where Go's installers leave it without changing PATH.
 * @param {string} root
 * @param {string} path
 * @returns {Go}
 */
export function goOf(root, path = process.env.PATH ?? '') {
  const versionIn = (module) => /^go (\S+)$/m.exec(readFileSync(join(root, module, 'go.mod'), 'utf8'))[1];
  const usual = JSON.parse(readFileSync(join(root, 'src/local/temporal-server/go-folders.json'), 'utf8'));
  const folders = [...path.split(delimiter).filter(Boolean), ...usual];
  const folder = folders.find((each) => statSync(join(each, 'go'), { throwIfNoEntry: false })?.isFile());
  const asked = { needed: versionIn('tools/compose'), newest: versionIn('tools/temporal'), folder };
  if (folder === undefined) return { ...asked, said: undefined };
  // In a module's folder Go might fetch a newer one first.
  const { status, stdout } = spawnSync(join(folder, 'go'), ['version'], { cwd: '/', encoding: 'utf8' });
  return { ...asked, said: status === 0 ? stdout : undefined };
}

/**
 * One line that says what to type, when tests that need Go are asked for.
 * @param {readonly string[]} args of `npm test`
 * @param {Go} go
 * @returns {string | undefined}
 */
export function goProblem(args, { needed, newest, folder, said }) {
  const isAsked = args.every((arg) => arg === '--all') || args.some((arg) => arg.includes('deploy'));
  if (!isAsked) return undefined;
  const what = `The tests of docker-compose.yml (test/deploy) need Go ${needed} or newer`;
  // A clean machine's root, as in CI, has no sudo.
  const sudo = process.getuid() === 0 ? '' : 'sudo ';
  const get = `curl -fsSL https://go.dev/dl/go${newest}.linux-amd64.tar.gz | ${sudo}tar -C /usr/local -xz`;
  if (said === undefined) return `${what}: ${get}`;
  const [, found] = /\bgo(\d+(?:\.\d+)*)/.exec(said) ?? [];
  const isOlder = found !== undefined && found.localeCompare(needed, 'en', { numeric: true }) < 0;
  if (!isOlder) return undefined;
  return `${what}, and ${join(folder, 'go')} is ${found}: ${sudo}rm -rf /usr/local/go; ${get}; export PATH=/usr/local/go/bin:$PATH`;
}

/**
 * @param {string} path
 * @param {Go} go
 * @returns {string} The PATH on which tests find it.
 */
export function pathWithGo(path, { folder }) {
  return folder === undefined || path.split(delimiter).includes(folder) ? path : path + delimiter + folder;
}
