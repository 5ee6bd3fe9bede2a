import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { promisify } from 'node:util';

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

describe('npm ci', () => {
  let registry: Server;
  let sockets: Socket[];
  /** Requests for the one package that is needed. */
  let asked: string[];
  /** What the registry does with a connection. */
  let onRequest: (socket: Socket) => void;

  beforeEach(async () => {
    [sockets, asked] = [[], []];
    // npm asks for its own newest version, too.
    onRequest = (socket) => socket.destroy();
    registry = createServer((socket) => {
      sockets.push(socket.on('error', () => undefined));
      socket.once('data', (head: Buffer) => {
        const [first = ''] = head.toString().split('\r\n');
        if (first.includes('a-1.0.0.tgz')) asked.push(first);
        onRequest(socket);
      });
    });
    await new Promise<void>((resolved) => registry.listen(0, '127.0.0.1', resolved));
    asksFor('1.0.0');
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((closed) => registry.close(closed));
  });

  const port = (): number => (registry.address() as AddressInfo).port;

  /** A project of one package; its lock has version 1.0.0. */
  function asksFor(version: string): void {
    const project = { name: 'project', version: '1.0.0' };
    write('package.json', { ...project, engines: { node: '>=20.19' }, dependencies: { a: version } });
    write('package-lock.json', {
      ...project,
      lockfileVersion: 3,
      requires: true,
      packages: {
        '': { ...project, dependencies: { a: '1.0.0' } },
        'node_modules/a': {
          version: '1.0.0',
          resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz',
          integrity: `sha512-${Buffer.alloc(64).toString('base64')}`,
        },
      },
    });
  }

  /** All that is said, and what it comes to; with nothing of this machine's own npm settings. */
  function ensured(environment: NodeJS.ProcessEnv = {}): Promise<{ line: string | null; said: string }> {
    const script = `import { ensureDependencies } from ${JSON.stringify(installModule)};
      const line = ensureDependencies(${JSON.stringify(root)}, console.error);
      console.log(JSON.stringify(line ?? null));`;
    const npm = {
      npm_config_registry: `http://127.0.0.1:${port()}/`,
      npm_config_cache: join(root, 'cache'),
      npm_config_userconfig: join(root, 'no-npmrc'),
    };
    const env = { PATH: process.env['PATH'], HOME: root, ...npm, ...environment };
    const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { env });
    // Scripts of packages have their say before.
    return run.then(({ stdout, stderr }) => ({
      line: JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '') as string | null,
      said: stderr,
    }));
  }

  it('is given up when the registry takes the connection and sends nothing for 10 s, twice', async () => {
    onRequest = () => undefined;
    const began = performance.now();

    const { line, said } = await ensured();

    expect(line).toMatch(
      /^The package registry sent nothing for 10 s \(http:\/\/127\.0\.0\.1:\d+\/a\/.*\): check the network and the registry/,
    );
    expect(line).not.toContain('\n');
    expect(said).toBe('Dependencies are missing: running npm ci ...\n');
    // Twice: npm's own retries would make it minutes.
    expect(asked).toHaveLength(2);
    expect(performance.now() - began).toBeGreaterThan(18_000);
  });

  it('is given up when the registry falls silent in the middle of a package', async () => {
    onRequest = (socket) =>
      socket.write(
        'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\nContent-Type: application/octet-stream\r\n\r\nhalf',
      );

    const { line } = await ensured();

    expect(line).toMatch(
      /^The package registry sent nothing for 10 s \(.*127\.0\.0\.1:\d+.*\): check the network/,
    );
    expect(asked).toHaveLength(2);
  });

  it('says that nobody answers where there is no network', async () => {
    const { line } = await ensured({ npm_config_registry: 'http://127.0.0.1:9/' });

    expect(line).toMatch(
      /^The package registry gave no answer \(http:\/\/127\.0\.0\.1:9\/a\/.*ECONNREFUSED.*\): check/,
    );
  });

  it('is tried once more when the line breaks, and no more', async () => {
    onRequest = (socket) => socket.resetAndDestroy();

    const { line } = await ensured();

    expect(line).toMatch(/^The package registry gave no answer .*ECONNRESET/);
    expect(asked).toHaveLength(2);
  });

  it('names the command when package-lock.json is older than package.json', async () => {
    asksFor('2.0.0');

    expect((await ensured()).line).toBe(
      'package-lock.json does not fit package.json: run npm install, then try again.',
    );
  });

  it.each([
    ['401 Unauthorized', /^The package registry does not know you \(401\): run npm login, /],
    ['403 Forbidden', /^The package registry does not let you have this package \(403, http:.*tgz\): ask /],
    ['404 Not Found', /^The package registry does not have this package \(404, http:.*tgz\): name one /],
    ['407 Proxy Authentication Required', /^The package registry, or a proxy before it, refused \(407, http/],
    ['503 Service Unavailable', /^The package registry, or a proxy before it, refused \(503, http.*: check/],
  ])('tells a registry that answers %s from a network that is away', async (status, expected) => {
    onRequest = (socket) => socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`);

    const { line, said } = await ensured();

    expect(line).toMatch(expected);
    expect(line).not.toContain('\n');
    expect(said).toBe('Dependencies are missing: running npm ci ...\n');
  });

  it('says that a package is not the one which was locked', async () => {
    onRequest = (socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nother');

    const { line } = await ensured();

    expect(line).toMatch(/^A package is not the one that package-lock\.json names: run npm cache clean/);
  });

  it('names the command when package-lock.json lacks what its packages need', async () => {
    const project = { name: 'project', version: '1.0.0', dependencies: { a: '1.0.0' } };
    const needy = { version: '1.0.0', resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz' };
    write('package.json', { ...project, engines: { node: '>=20.19' } });
    write('package-lock.json', {
      ...project,
      lockfileVersion: 3,
      packages: { '': project, 'node_modules/a': { ...needy, dependencies: { b: '1.0.0' } } },
    });
    onRequest = (socket) => {
      const manifest = { name: 'b', version: '1.0.0', dist: { tarball: 'http://127.0.0.1:9/b.tgz' } };
      const body = JSON.stringify({ name: 'b', 'dist-tags': {}, versions: { '1.0.0': manifest } });
      socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    };

    expect((await ensured()).line).toBe(
      'package-lock.json does not fit package.json: run npm install, then try again.',
    );
  });

  it.each([
    ['exit 7', /^The install script of this project failed \(see above\): mend what it names/],
    ['echo "gyp ERR! not ok" >&2; exit 1', /^Compiling this project failed \(see above\): install python3/],
  ])('tells what becomes of an install script that says %s', async (script, expected) => {
    const project = { name: 'project', version: '1.0.0' };
    write('package.json', { ...project, engines: { node: '>=20.19' }, scripts: { install: script } });
    write('package-lock.json', { ...project, lockfileVersion: 3, packages: { '': project } });

    const { line, said } = await ensured();

    expect(line).toMatch(expected);
    expect(said).toContain('npm error command failed');
  });

  /** Words of npm 11.19.1 where no test can bring a real one to say them. */
  it.each([
    [
      'TAR_ENTRY_ERROR ENOSPC: no space left on device, write\nnpm error code EJSONPARSE',
      /^The disk is full: make room for about 1 GB here and in the npm cache, then try again\.$/,
    ],
    ['code EACCES\nnpm error path /srv/a/node_modules', /^npm may not write to \/srv\/a\/node_modules: give/],
    ['code EROFS\nnpm error path /srv/b', /^npm may not write to \/srv\/b: /],
    [
      'code 1\nnpm error path /srv/node_modules/@swc/core\nnpm error command failed\nnpm error gyp ERR! stack',
      /^Compiling @swc\/core failed \(see above\): install python3, make and g\+\+, then try again\.$/,
    ],
    ['code EVERYTHING', /^npm ci failed \(see above\): mend what it names, then try again\.$/],
  ])('blames no network for %j', async (words, expected) => {
    mkdirSync(join(root, 'bin'));
    const npm = `#!/bin/sh\nprintf '%s\\n' 'npm error ${words.replaceAll('\n', "' '")}' >&2\nexit 1\n`;
    writeFileSync(join(root, 'bin/npm'), npm, { mode: 0o755 });

    const { line, said } = await ensured({ PATH: `${join(root, 'bin')}:${process.env['PATH']}` });

    expect(line).toMatch(expected);
    expect(said.includes('npm error')).toBe(line?.includes('(see above)'));
  });

  it('says what to do where there is no npm', async () => {
    const { line } = await ensured({ PATH: root });

    expect(line).toMatch(/^npm could not be run \(.*ENOENT.*\): install npm, then try again\.$/);
  });
});
