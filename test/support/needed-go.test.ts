import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** The module is for plain Node, so plain Node runs it. */
function ask(expression: string): unknown {
  const program = `
    import * as go from ${JSON.stringify(join(root, 'test/needed-go.mjs'))};
    console.log(JSON.stringify(${expression} ?? null));`;
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }),
  );
}

const problem = (args: readonly string[], said?: string): unknown =>
  ask(`go.goProblem(${JSON.stringify(args)}, ${JSON.stringify({ needed: '1.24', said })})`);

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
  expect(ask(`go.goOf(${JSON.stringify(root)})`)).toEqual({
    needed: expect.stringMatching(/^1\.\d+$/),
    said: expect.stringMatching(/^go version /),
  });
});
