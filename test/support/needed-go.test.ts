import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inPlainNode } from './plain-node';

const about = { needed: '1.24', newest: '1.26.4' };
const problem = (args: readonly string[], said?: string): unknown => {
  const go = said === undefined ? about : { ...about, folder: '/usr/bin', said };
  return inPlainNode('test/needed-go.mjs', `it.goProblem(${JSON.stringify(args)}, ${JSON.stringify(go)})`);
};

const told = 'The tests of docker-compose.yml (test/deploy) need Go 1.24 or newer';
const sudo = process.getuid?.() === 0 ? '' : 'sudo ';
const get = `curl -fsSL https://go.dev/dl/go1.26.4.linux-amd64.tar.gz | ${sudo}tar -C /usr/local -xz`;
const instead = (found: string): string =>
  `, and /usr/bin/go is ${found}: ${sudo}rm -rf /usr/local/go; ${get}; export PATH=/usr/local/go/bin:$PATH`;

it.each([
  ['a run of everything', [], undefined, `${told}: ${get}`],
  ['a sweep', ['--all'], 'go version go1.23.12 linux/amd64', told + instead('1.23.12')],
  ['what needs it', ['test/deploy/compose.test.ts'], 'go version go1.9 linux/amd64', told + instead('1.9')],
])('says how to get Go before %s', (_, args, said, line) => {
  expect(problem(args, said)).toBe(line);
});

it.each([
  ['the one that is needed', [], 'go version go1.24 linux/amd64'],
  ['a newer one', [], 'go version go1.100.1 linux/amd64'],
  ['one that tells no version', [], 'go version devel +e1b7c2'],
  ['no test that needs it', ['test/cli', '-t', 'offers'], undefined],
])('asks for none with %s', (_, args, said) => {
  expect(problem(args, said)).toBeNull();
});

const root = JSON.stringify(join(__dirname, '../..'));

it('knows what the modules need, and what this machine has', () => {
  expect(inPlainNode('test/needed-go.mjs', `it.goOf(${root})`)).toEqual({
    needed: expect.stringMatching(/^1\.\d+$/),
    newest: expect.stringMatching(/^1\.\d+\.\d+$/),
    folder: expect.any(String),
    said: expect.stringMatching(/^go version /),
  });
});

describe('with a Go that is not on PATH', () => {
  let checkout: string;
  beforeEach(async () => {
    checkout = await mkdtemp(join(tmpdir(), 'needed-go-'));
    const files: Record<string, string> = {
      'tools/compose/go.mod': 'go 1.24\n',
      'tools/temporal/go.mod': 'go 1.26.4\n',
      'src/local/temporal-server/go-folders.json': JSON.stringify([
        join(checkout, 'none'),
        join(checkout, 'go'),
      ]),
      'go/go': '#!/bin/sh\necho go version go1.25.1 linux/amd64\n',
    };
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(checkout, path)), { recursive: true });
      await writeFile(join(checkout, path), content, { mode: 0o755 });
    }
  });
  afterEach(() => rm(checkout, { recursive: true }));

  it('finds it where installers leave it, and has tests find it', () => {
    const folder = join(checkout, 'go');
    const go = `it.goOf(${JSON.stringify(checkout)}, '/nowhere')`;

    const [found, path, again] = inPlainNode(
      'test/needed-go.mjs',
      `[${go}, it.pathWithGo('/nowhere', ${go}), it.pathWithGo(${JSON.stringify(folder)}, ${go})]`,
    ) as readonly unknown[];

    expect(found).toEqual({
      needed: '1.24',
      newest: '1.26.4',
      folder,
      said: 'go version go1.25.1 linux/amd64\n',
    });
    expect([path, again]).toEqual([`/nowhere:${folder}`, folder]);
  });
});
