import { Argument, type Command } from 'commander';
import { bashScript } from '../completion/bash';
import { knownWords } from '../completion/known-words';
import { zshScript } from '../completion/zsh';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { newCommand } from '../new-command';

const scripts = { bash: bashScript, zsh: zshScript } as const;
type Shell = keyof typeof scripts;

const facts = {
  name: 'completion',
  does: 'Print a script that lets the shell complete commands, options and their values.',
  examples: [
    ['source <(offer completion bash)', 'in ~/.bashrc'],
    ['source <(offer completion zsh)', 'in ~/.zshrc, after compinit'],
  ],
} as const;

export function completionCommand(does: Does): Command {
  const command = newCommand(facts).addArgument(
    new Argument('<shell>', 'which').choices(Object.keys(scripts)),
  );
  return command.action(
    does(async ({ answer, words }) => {
      const shell: Shell = words[0] === 'zsh' ? 'zsh' : 'bash';
      const script = scripts[shell](knownWords(rootOf(command)));
      answer({ shell, script }, script);
      return exitCodes.ok;
    }),
  );
}

const rootOf = (command: Command): Command => (command.parent === null ? command : rootOf(command.parent));
