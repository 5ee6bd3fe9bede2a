import { execFileSync, spawnSync } from 'node:child_process';
import { runOffer } from '../support/run-offer';

type Shell = 'bash' | 'zsh';

/** bash is wherever these tests run; zsh where somebody likes it. */
const shells = (['bash', 'zsh'] as const).filter((shell) => spawnSync(shell, ['-c', 'true']).status === 0);

/** How each is asked for the words at the end of a line; what it does with them then is the shell's own affair. */
const asking: Readonly<Record<Shell, (words: string, last: number) => string>> = {
  bash: (words, last) =>
    `COMP_WORDS=(${words}); COMP_CWORD=${last}; _offer; printf '%s\\n' "\${COMPREPLY[@]}"`,
  zsh: (words, last) =>
    `words=(${words}); CURRENT=${last + 1}
     _describe() { print -l -- "\${known[@]%%:*}" }; compadd() { shift; print -l -- "$@" }; _files() { : }
     _offer`,
};

async function offered(shell: Shell, line: string): Promise<readonly string[]> {
  const words = line.split(' ');
  const { stdout: script } = await runOffer(['completion', shell], {});
  const quoted = words.map((word) => `'${word}'`).join(' ');
  const before = shell === 'zsh' ? 'compdef() { : }\n' : '';
  const flags = shell === 'bash' ? ['--norc'] : ['-f'];
  const said = execFileSync(
    shell,
    [...flags, '-c', before + script + asking[shell](quoted, words.length - 1)],
    {
      encoding: 'utf8',
    },
  );
  // bash leaves out what does not begin as the line ends; zsh does so afterwards.
  return said.split('\n').filter((word) => word !== '' && word.startsWith(words.at(-1) ?? ''));
}

it('is tried in a real shell', () => {
  expect(shells).toContain('bash');
});

describe.each(shells)('completion in a real %s', (shell) => {
  it.each([
    ['offer pub', ['publish', 'publisher']],
    ['offer token cr', ['create']],
    ['offer token create contoso ci --role O', ['Owner', 'Operator']],
    ['offer review ap', ['approve']],
    ['offer export contoso/linux-vm --slot ', ['Draft', 'Preview', 'Production']],
    ['offer status contoso/linux-vm --wa', ['--watch']],
    ['offer status contoso/linux-vm --js', ['--json']],
    ['offer publish --lang z', ['zh']],
    ['offer publish --email status --wa', ['--wait', '--watch']],
    ['offer put off', []],
    ['offer export --out x', []],
  ])('%s', async (line, words) => {
    expect(await offered(shell, line)).toEqual(words);
  });
});

it('leaves file names to bash where nothing else fits', async () => {
  expect((await runOffer(['completion', 'bash'], {})).stdout).toContain(
    'complete -o default -F _offer offer\n',
  );
});

it('tells zsh what each word does', async () => {
  expect((await runOffer(['completion', 'zsh'], {})).stdout).toContain(`'status:Show where a publication is`);
});

it('knows no other shell', async () => {
  expect((await runOffer(['completion', 'fish'], {})).exitCode).toBe(2);
});
