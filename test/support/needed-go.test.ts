import { join } from 'node:path';
import { inPlainNode } from './plain-node';

const problem = (args: readonly string[], said?: string): unknown =>
  inPlainNode(
    'test/needed-go.mjs',
    `it.goProblem(${JSON.stringify(args)}, ${JSON.stringify({ needed: '1.24', said })})`,
  );

const told = 'The tests of docker-compose.yml (test/deploy) need Go 1.24 or newer (https://go.dev/dl)';

it.each([
  ['a run of everything', [], undefined, `${told}: there is no go on PATH.`],
  ['a sweep', ['--all'], 'go version go1.23.12 linux/amd64', `${told}: the one on PATH is 1.23.12.`],
  [
    'what needs it',
    ['test/deploy/compose.test.ts'],
    'go version go1.9 linux/amd64',
    `${told}: the one on PATH is 1.9.`,
  ],
])('asks for Go before %s', (_, args, said, line) => {
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

it('knows what the module needs, and what this machine has', () => {
  expect(inPlainNode('test/needed-go.mjs', `it.goOf(${JSON.stringify(join(__dirname, '../..'))})`)).toEqual({
    needed: expect.stringMatching(/^1\.\d+$/),
    said: expect.stringMatching(/^go version /),
  });
});
