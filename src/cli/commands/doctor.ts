import { Command } from 'commander';
import { type ConnectionFlags } from '../connection';
import { exitCodes } from '../exit-codes';
import { examine, type Examined } from '../doctor/examine';
import { paintFor, table } from '../paint';
import type { Surroundings } from '../surroundings';

type Flags = ConnectionFlags & { readonly json?: boolean };

export function doctorCommand(surroundings: Surroundings, end: (exitCode: number) => void): Command {
  return new Command('doctor')
    .description('Say what is wrong with a set-up, in the order in which it has to be put right.')
    .option('--json', 'one JSON object on stdout and nothing else')
    .action(async (_flags: unknown, command: Command) => {
      const flags = command.optsWithGlobals<Flags>();
      const checks = await examine(surroundings, flags);
      const ok = checks.every((check) => check.ok);
      surroundings.stdout(
        flags.json === true ? `${JSON.stringify({ ok, checks })}\n` : textOf(checks, surroundings),
      );
      end(ok ? exitCodes.ok : exitCodes.ourFault);
    });
}

function textOf(checks: readonly Examined[], surroundings: Surroundings): string {
  const paint = paintFor(surroundings);
  const rows = table(checks.map(({ name, ok, why = '' }) => [ok ? 'ok   ' : 'WRONG', name, ok ? '' : why]));
  const lines = checks.flatMap(({ ok, fix, logPath }, index) => [
    paint(ok ? 'green' : 'red', rows[index] ?? ''),
    ...(ok || fix === undefined ? [] : [`       Do: ${fix}`]),
    ...(ok || logPath === undefined ? [] : [`       Log: ${logPath}`]),
  ]);
  const wrong = checks.filter(({ ok }) => !ok).length;
  const verdict = wrong === 0 ? 'Everything is in order.' : `${wrong} wrong; begin with the first.`;
  return `${[...lines, verdict].join('\n')}\n`;
}
