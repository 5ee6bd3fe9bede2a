import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { goBuild } from '../../src/local/temporal-server/go-build';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'go-build-'));
});
afterEach(() => rm(folder, { recursive: true }));

type FakeGo = { readonly version?: string; readonly download?: string; readonly list?: string };

/** Stands in for Go: takes its arguments and leaves an executable where it is told. */
async function fakeGo(
  build: string,
  { version = 'go1.99.0', download = ':', list = ':' }: FakeGo = {},
): Promise<Record<string, string>> {
  const script = `#!/bin/sh
if [ "$1 $2" = 'env GOVERSION' ]; then echo ${version}; fi
if [ "$1 $2" = 'mod download' ]; then ${download}; fi
if [ "$1" = list ]; then ${list}; fi
if [ "$1" = build ]; then while [ "$1" != -o ]; do shift; done; ${build}; fi
`;
  await writeFile(join(folder, 'go'), script);
  await chmod(join(folder, 'go'), 0o755);
  return { PATH: folder, XDG_CACHE_HOME: join(folder, 'cache') };
}

it('leaves the program in the cache of the user, whole, and nothing beside it', async () => {
  const supply = goBuild(await fakeGo(`printf built > "$2"; /bin/chmod 755 "$2"`));
  const before = supply.cached();

  const programs = await Promise.all([supply.fetch(() => undefined), supply.fetch(() => undefined)]);

  expect(before).toBeUndefined();
  expect(programs).toEqual([supply.cached(), supply.cached()]);
  expect(await readFile(programs[0], 'utf8')).toBe('built');
  expect(await readdir(dirname(programs[0]))).toEqual(['temporal']);
});

it('tells what was downloaded and compiled so far, of how much', async () => {
  const said: string[] = [];
  const download = `echo '# get https://proxy/one.zip: 200 OK' >&2; echo '# get https://proxy/one.mod: 200 OK' >&2
    echo '# get https://proxy/two.zip: 200 OK' >&2`;
  const build = `echo fmt >&2; echo net/http >&2; echo temporal >&2; printf built > "$2"; /bin/chmod 755 "$2"`;
  const environment = await fakeGo(build, { download, list: 'echo fmt; echo net/http; echo temporal' });
  const supply = goBuild(environment, { usualFolders: [], reportEveryMs: 0 });

  await supply.fetch((line) => said.push(line));

  expect(said).toEqual([
    'Building Temporal CLI 1.8.2 with Go, once: about 4 minutes on two cores.',
    '  1 modules downloaded',
    '  2 modules downloaded',
    '  1 of 3 packages compiled',
    '  2 of 3 packages compiled',
    '  3 of 3 packages compiled',
  ]);
});

it('leaves nothing in the cache when the build fails, and says why', async () => {
  const supply = goBuild(await fakeGo(`echo 'no space left' >&2; exit 1`));

  await expect(supply.fetch(() => undefined)).rejects.toThrow('no space left');

  expect(supply.cached()).toBeUndefined();
});

it.each(['go1.19.8', 'go1.21', 'go1.26.3'])(
  'says that Go is too old when a build with %s fails',
  async (version) => {
    const supply = goBuild(await fakeGo(`echo 'go.mod:3: invalid go version' >&2; exit 1`, { version }));

    const found = version.replace('go', '');
    await expect(supply.fetch(() => undefined)).rejects.toThrow(
      `${join(folder, 'go')} is Go ${found}, and Go 1.26.4 or newer (https://go.dev/dl) is needed (go.mod:3: invalid go version)`,
    );
  },
);

it.each(['go1.26.4', 'go1.27', 'go1.100.0', 'devel'])('does not call %s too old', async (version) => {
  const supply = goBuild(await fakeGo(`echo 'no space left' >&2; exit 1`, { version }));

  await expect(supply.fetch(() => undefined)).rejects.toThrow(/^no space left$/);
});

it('says which Go to get where there is none', async () => {
  const supply = goBuild(
    { PATH: folder, XDG_CACHE_HOME: join(folder, 'cache') },
    {
      usualFolders: [],
      reportEveryMs: 10_000,
    },
  );

  await expect(supply.fetch(() => undefined)).rejects.toThrow(
    'Go 1.26.4 or newer (https://go.dev/dl) is not installed',
  );
});
