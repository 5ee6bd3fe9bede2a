import { Command, Option } from 'commander';

export type CommandFacts = {
  readonly name: string;
  readonly does: string;
  /** Whole command lines with what each is for. */
  readonly examples: readonly (readonly [line: string, what: string])[];
};

/** A command whose help ends with examples. */
export function newCommand({ name, does, examples }: CommandFacts): Command {
  const lines = examples.map(([line, what]) => `  ${line}\n      ${what}`);
  return new Command(name)
    .description(does)
    .summary(firstPart(does))
    .addHelpText('after', `\nExamples:\n${lines.join('\n')}`);
}

/** For changes that a pipeline may send twice. */
export const requestIdOption = (): Option =>
  new Option(
    '--request-id <uuid>',
    'a UUID of yours; sent again with it, the first answer is repeated and nothing happens twice',
  );

export const yesOption = (): Option => new Option('--yes', 'do not ask');

/** For the list of commands; the command's own help has all of it. */
const firstPart = (does: string): string => (/^[^.:;]+/.exec(does)?.[0] ?? does).trim();
