import { CommanderError } from 'commander';
import { exitCodes } from './exit-codes';
import { programOf } from './program';
import type { Surroundings } from './surroundings';

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
    throw error;
  }
}
