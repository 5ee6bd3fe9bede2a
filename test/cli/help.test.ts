import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodes, exitCodesHelp } from '../../src/cli/exit-codes';
import { programOf } from '../../src/cli/program';
import { knownWords } from '../../src/cli/completion/known-words';
import { runOffer } from '../support/run-offer';

const nothing = async (): Promise<string> => '';
const ignore = (): void => undefined;
const program: Command = programOf(
  {
    environment: {},
    folder: '/',
    workFolder: '/',
    stdout: ignore,
    stderr: ignore,
    isTerminal: false,
    isErrorTerminal: false,
    stdin: nothing,
    imageTools: async () => Promise.reject(new Error('no image is read for help')),
    openPage: async () => false,
    interrupted: new AbortController().signal,
  },
  ignore,
);
const known = knownWords(program);
const paths = known.map(({ path }) => path);
const help = async (path: string): Promise<string> =>
  (await runOffer([...path.split(' ').filter((word) => word !== ''), '--help'], {})).stdout;

it('explains every command as people have read it', async () => {
  const texts: string[] = [];
  for (const path of paths) texts.push(await help(path));

  expect(texts.join('\n----\n')).toMatchSnapshot();
});

it.each(known.filter(({ commands }) => commands.length === 0).map(({ path }) => path))(
  'shows examples of %s that would be understood',
  async (path) => {
    const [, examples = ''] = (await help(path)).split('\nExamples:\n');
    const lines = examples.split('\n').filter((line) => /^ {2}\S/.test(line));

    expect(lines.length).toBeGreaterThan(0);
    expect(lines.flatMap(faultsOf)).toEqual([]);
  },
);

/** Commands and options in an example that do not exist. */
function faultsOf(line: string): readonly string[] {
  const [, typed = ''] = /\boffer ((?:[^'"|)<]|"[^"]*")*)/.exec(line) ?? [];
  const words = typed
    .replaceAll(/"[^"]*"/g, 'x')
    .trim()
    .split(/\s+/);
  const command = known
    .toSorted((one, other) => other.path.length - one.path.length)
    .find(({ path }) => path !== '' && `${words.join(' ')} `.startsWith(`${path} `));
  if (command === undefined) return [line];
  const flags = [command, known[0]].flatMap((each) => each?.options.map(({ name }) => name) ?? []);
  return words.filter((word) => word.startsWith('--') && !flags.includes(word));
}

describe('exit codes', () => {
  const manual = readFileSync(join(__dirname, '../../docs/CLI.md'), 'utf8');

  it.each(Object.entries(exitCodes))(
    '%s (%d) is in the help or, as shells know it, in the manual',
    (_name, code) => {
      const told = code < 128 ? exitCodesHelp : manual;

      expect(told).toMatch(
        code < 128 ? new RegExp(`^ {2}${code} {2}\\S`, 'm') : new RegExp(`^\\| ${code} +\\|`, 'm'),
      );
      expect(manual).toMatch(new RegExp(`^\\| ${code} +\\|`, 'm'));
    },
  );
});

it('is told by every command where somebody mistyped', async () => {
  const { exitCode, stderr } = await runOffer(['publsh'], {});

  expect([exitCode, stderr]).toEqual([
    2,
    "error: unknown command 'publsh'\n(Did you mean publish?)\nRun with --help to see what is possible.\n",
  ]);
});
