import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const checkout = resolve(__dirname, '../..');
let clone: string;

/** Fresh: nothing is installed. */
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'launcher-'));
  for (const part of ['bin', 'offer.mjs', 'package.json', 'package-lock.json', 'src/local', 'src/cli'])
    cpSync(join(checkout, part), join(clone, part), { recursive: true });
});
afterEach(() => rmSync(clone, { recursive: true }));

const ways = [
  ['npm', ['run', '-s', 'offer', '--']],
  ['bin/offer', []],
] as const;

function run(folder: string, program: string, args: readonly string[]) {
  // What runs these tests may be npm itself, and would tell its settings to another.
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
  const env = Object.fromEntries(environment);
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, env, encoding: 'utf8' });
  return { status, stdout, stderr };
}

const dependenciesAre = (state: string) => ({
  status: 1,
  stdout: '',
  stderr: `Dependencies are ${state}: run npm ci, or npm start, which installs and starts everything; then try again.\n`,
});

describe.each(ways)('offer by %s %j', (program, before) => {
  const offer = (folder: string, ...args: readonly string[]) => run(folder, program, [...before, ...args]);

  it('says in one line what to run in a clone where nothing is installed', () => {
    expect(offer(clone, '--help')).toEqual(dependenciesAre('missing'));
  });

  it('says so too when what is installed is not what is needed now', () => {
    mkdirSync(join(clone, 'node_modules'));
    writeFileSync(join(clone, 'node_modules/.package-lock.json'), '{ "packages": {} }');

    expect(offer(clone, '--help')).toEqual(dependenciesAre('stale'));
  });

  it('says in one line which Node it needs, whatever is installed', () => {
    const manifest = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8')) as object;
    writeFileSync(join(clone, 'package.json'), JSON.stringify({ ...manifest, engines: { node: '>=99.1' } }));

    expect(offer(clone, '--help')).toEqual({
      status: 1,
      stdout: '',
      stderr: `Node ${process.versions.node} is too old: install Node 99.1 or newer (https://nodejs.org), then try again.\n`,
    });
  });

  it('is the command line where everything is installed', () => {
    const { status, stdout, stderr } = offer(checkout, '--help');

    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Usage: offer /);
  });

  it('loads what certifies an image, which no other command needs', () => {
    const image = join(clone, 'image.vhd');
    writeFileSync(image, Buffer.alloc(1024 * 1024));

    const { status, stdout, stderr } = offer(checkout, 'certify', 'image', image, '--os', 'linux');

    expect([status, stderr]).toEqual([4, '']);
    expect(stdout).toContain('failed. Errors: 1.');
  });
});
