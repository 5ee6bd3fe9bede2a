import type { Command } from 'commander';

/** What can follow one command, as shells complete it. */
export type KnownWords = {
  /** The command's words after `offer`, e.g. `token create`; empty for `offer` itself, whose options follow everywhere. */
  readonly path: string;
  /** Commands below it. */
  readonly commands: readonly Word[];
  /** Words its arguments can be. */
  readonly choices: readonly string[];
  readonly options: readonly (Word & {
    /** Whether a value follows. */
    readonly takesValue: boolean;
    /** Words the value can be; none: anything. */
    readonly values: readonly string[];
  })[];
};

type Word = { readonly name: string; readonly does: string };

/** Of every command; the same tree that parses a command line, so that no option is forgotten. */
export function knownWords(command: Command, path = ''): readonly KnownWords[] {
  const { commands, options, registeredArguments } = command;
  const own: KnownWords = {
    path,
    commands: commands.map((each) => ({ name: each.name(), does: each.summary() || each.description() })),
    choices: registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
    options: options.map(({ long, flags, description, argChoices, required, optional }) => ({
      name: long ?? flags,
      does: description,
      takesValue: required || optional,
      values: argChoices ?? [],
    })),
  };
  return [own, ...commands.flatMap((each) => knownWords(each, `${path} ${each.name()}`.trim()))];
}
