import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const installModule = resolve(__dirname, '../../src/local/install.mjs');
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'install-'));
  write('package.json', { engines: { node: '>=20.19' } });
  write('package-lock.json', {
    packages: { '': {}, 'node_modules/a': a, 'node_modules/fsevents': onlyElsewhere },
  });
});
afterEach(() => rmSync(root, { recursive: true }));

const a = { version: '1.0.0', integrity: 'sha512-a' };
const onlyElsewhere = { version: '2.0.0', integrity: 'sha512-f', optional: true };

const supported = { node: '20.20.2', platform: 'linux', arch: 'x64', glibc: true };

function write(path: string, content: object): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), JSON.stringify(content));
}

/** The module is for plain Node, so plain Node runs it. */
function ask(expression: string): unknown {
  const script = `import * as install from ${JSON.stringify(installModule)};
    const root = ${JSON.stringify(root)};
    console.log(JSON.stringify(${expression} ?? null));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
  });
  if (stderr !== '') throw new Error(stderr);
  return JSON.parse(stdout);
}

it.each([
  ['missing', undefined],
  ['fresh', { 'node_modules/a': a }],
  ['stale', { 'node_modules/a': { ...a, version: '0.9.0' } }],
  ['stale', { 'node_modules/a': { ...a, integrity: 'sha512-other' } }],
  ['stale', {}],
])('calls dependencies %s when %j is installed', (expected, packages) => {
  if (packages !== undefined) write('node_modules/.package-lock.json', { packages });

  expect(ask('install.dependenciesState(root)')).toBe(expected);
});

it.each([
  [{ node: '18.20.4' }, /^Node 18\.20\.4 is too old: install Node 20\.19/],
  [{ node: '20.18.9' }, /^Node 20\.18\.9 is too old/],
  [{ platform: 'darwin', arch: 'arm64', glibc: false }, /^This runs on Linux x64 .* not on darwin arm64/],
  [{ glibc: false }, /^This runs on Linux x64 with glibc/],
])('says in one line what to do on %j', (difference, line) => {
  const machine = JSON.stringify({ ...supported, ...difference });

  expect(ask(`install.unsupported(root, ${machine})`)).toMatch(line);
});

it.each(['20.19.0', '20.20.2', '24.0.0'])('runs on Node %s on Linux x64', (node) => {
  const machine = JSON.stringify({ ...supported, node });

  expect(ask(`install.unsupported(root, ${machine})`)).toBeNull();
});
