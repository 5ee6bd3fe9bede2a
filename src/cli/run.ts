import { Command, CommanderError } from 'commander';
import { cancelCommand } from './commands/cancel';
import { checkLiveCommand } from './commands/check-live';
import { doctorCommand } from './commands/doctor';
import { goLiveCommand } from './commands/go-live';
import { publishCommand } from './commands/publish';
import { statusCommand } from './commands/status';
import type { Surroundings } from './surroundings';
import { exitCodes, exitCodesHelp } from './exit-codes';
import { CliFailure } from './failure';

/** Runs one command line and returns its exit code; everything it needs of the process comes in. */
export async function runCli(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = programOf(surroundings, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    if (!(error instanceof CliFailure)) throw error;
    surroundings.stderr(`${error.message}\n`);
    return error.exitCode;
  }
}

function programOf(surroundings: Surroundings, end: (exitCode: number) => void): Command {
  const program = new Command('offer')
    .description('Publish marketplace offers and follow their publications.')
    .option('--api <url>', 'address of the API (else OFFER_API, else the running local stack)')
    .option('--token <token>', 'API token (else OFFER_TOKEN, else the running local stack)')
    .addHelpText('after', exitCodesHelp)
    .showHelpAfterError('Run with --help to see what is possible.')
    .exitOverride()
    .configureOutput({ writeOut: surroundings.stdout, writeErr: surroundings.stderr });
  for (const make of [
    statusCommand,
    goLiveCommand,
    cancelCommand,
    publishCommand,
    checkLiveCommand,
    doctorCommand,
  ]) {
    const command = make(surroundings, end);
    program.addCommand(command.copyInheritedSettings(program));
  }
  return program;
}
