/** The tests of docker-compose.yml read it with a library written in Go: without one they would fail minutes later. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param {string} root
 * @returns {{ needed: string, said: string | undefined }} What `go version` says on this machine, if there is one.
 */
export function goOf(root) {
  const [, needed] = /^go (\S+)$/m.exec(readFileSync(join(root, 'tools/compose/go.mod'), 'utf8'));
  // In a module's folder Go might fetch a newer one first.
  const { status, stdout } = spawnSync('go', ['version'], { cwd: '/', encoding: 'utf8' });
  return { needed, said: status === 0 ? stdout : undefined };
}

/**
 * One line that says what to get, when tests that need Go are asked for.
 * @param {readonly string[]} args of `npm test`
 * @param {{ needed: string, said: string | undefined }} go
 * @returns {string | undefined}
 */
export function goProblem(args, { needed, said }) {
  const isAsked = args.every((arg) => arg === '--all') || args.some((arg) => arg.includes('deploy'));
  if (!isAsked) return undefined;
  const what = `The tests of docker-compose.yml (test/deploy) need Go ${needed} or newer (https://go.dev/dl)`;
  if (said === undefined) return `${what}: there is no go on PATH.`;
  const [, found] = /\bgo(\d+(?:\.\d+)*)/.exec(said) ?? [];
  const isOlder = found !== undefined && found.localeCompare(needed, 'en', { numeric: true }) < 0;
  return isOlder ? `${what}: the one on PATH is ${found}.` : undefined;
}
