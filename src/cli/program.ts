import { Command, Option } from 'commander';
import { languages } from '../domain/text/language';
import { type GlobalFlags, askedOf } from './asked';
import { commandTable } from './commands';
import type { Does, Work } from './does';
import { exitCodesHelp } from './exit-codes';
import { CliFailure } from './failure';
import { tellFailure } from './output/tell-failure';
import type { Surroundings } from './surroundings';

/** The whole command line; `end` gets the exit code of the command that ran. */
export function programOf(surroundings: Surroundings, end: (exitCode: number) => void): Command {
  const does = doing(surroundings, end);
  const program = new Command('offer')
    .description('Publish marketplace offers and follow their publications.')
    .option(
      '--api <url>',
      'address of the API (else OFFER_API, else the running local stack, else the login)',
    )
    .option('--token <token>', 'API token (else OFFER_TOKEN, else the one kept for the address)')
    .option('--profile <name>', 'use this login (else OFFER_PROFILE, else the newest)')
    .addOption(new Option('--lang <language>', 'language of answers (else LANG)').choices(languages))
    .option('--json', 'JSON on stdout and nothing else: one object, with --watch one a line')
    .addHelpText('after', exitCodesHelp)
    .addHelpText('after', '\nExamples and options of a command: offer <command> --help')
    .showHelpAfterError('Run with --help to see what is possible.')
    .exitOverride()
    .configureOutput({ writeOut: surroundings.stdout, writeErr: surroundings.stderr });
  for (const [group, makers] of Object.entries(commandTable)) {
    for (const make of makers) {
      const command = make(does).helpGroup(`${group}:`);
      inherit(command, program);
      program.addCommand(command);
    }
  }
  return program;
}

/** Settings of the program hold for commands of commands, too. */
function inherit(command: Command, parent: Command): void {
  command.copyInheritedSettings(parent);
  for (const each of command.commands) inherit(each, command);
}

function doing(surroundings: Surroundings, end: (exitCode: number) => void): Does {
  return <Flags>(work: Work<Flags>) =>
    async (...given: unknown[]): Promise<void> => {
      const command = given.at(-1);
      if (!(command instanceof Command)) throw new Error('An action gets its command last.');
      const flags = command.optsWithGlobals<Flags & GlobalFlags>();
      const asked = askedOf(wordsOf(given.slice(0, -2)), flags, surroundings);
      try {
        end(await work(asked));
      } catch (error) {
        if (!(error instanceof CliFailure)) throw error;
        tellFailure(error, asked);
        end(error.exitCode);
      }
    };
}

/** Arguments as they were typed: variadic ones come as lists, absent ones as nothing. */
const wordsOf = (given: readonly unknown[]): readonly string[] =>
  given.flat().filter((word): word is string => typeof word === 'string');
