import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { version } from '@temporalio/client/package.json';
import { sdkDownload } from '../../src/local/temporal-server/sdk-download';
import type { Supply } from '../../src/local/temporal-server/supply';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sdk-download-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Where the SDK is told to leave its server. */
const target = (): string => join(folder, 'cache/offer-publication', `temporal-sdk-${version}`);

/** `script` stands in for the SDK. */
async function download(script: string, stallMs = 60_000): Promise<Supply> {
  const program = join(folder, 'program.cjs');
  await writeFile(program, `const fs = require('node:fs'); const folder = process.argv[2]; ${script}`);
  return sdkDownload({ XDG_CACHE_HOME: join(folder, 'cache') }, { program, stallMs });
}

it('leaves the server in the cache of the user, where the next start finds it', async () => {
  const supply = await download("fs.writeFileSync(`${folder}/temporal-server`, '', { mode: 0o755 })");
  const before = supply.cached();
  const said: string[] = [];

  const server = await supply.fetch((line) => said.push(line));

  expect(before).toBeUndefined();
  expect(server).toBe(join(target(), 'temporal-server'));
  expect(supply.cached()).toBe(server);
  expect(said).toEqual(['Downloading the Temporal server the SDK asks for...']);
});

it('gives up a download that stands still', async () => {
  const supply = await download('setTimeout(() => {}, 600_000)', 1000);

  await expect(supply.fetch(() => undefined)).rejects.toThrow('no byte for 1 s');

  expect(supply.cached()).toBeUndefined();
});

it('tells why the SDK could not download', async () => {
  const supply = await download("console.error('HTTP status 403'); process.exitCode = 1");

  await expect(supply.fetch(() => undefined)).rejects.toThrow('HTTP status 403');
});

it('takes nothing for a server that a download has not finished', async () => {
  const half = join(target(), 'temporal-server.downloading');
  await mkdir(dirname(half), { recursive: true });
  await writeFile(half, '');
  await chmod(half, 0o755);
  const supply = await download('');

  await expect(supply.fetch(() => undefined)).rejects.toThrow(`the SDK left no program in ${target()}`);

  expect(supply.cached()).toBeUndefined();
});
