import type { Command } from 'commander';
import { examine } from '../doctor/examine';
import type { Examined } from '../doctor/examined';
import { exitCodes } from '../exit-codes';
import { newCommand } from '../new-command';
import type { Paint } from '../output/paint';
import { table } from '../output/table';
import type { Does } from '../does';

const facts = {
  name: 'doctor',
  does: 'Say what is wrong with a set-up, in the order in which it has to be put right.',
  examples: [
    ['offer doctor', 'the local stack of this folder'],
    ['offer doctor --profile production', 'an API you logged in to'],
  ],
} as const;

export function doctorCommand(does: Does): Command {
  return newCommand(facts).action(
    does(async ({ answer, flags, paint, surroundings }) => {
      const checks = await examine(surroundings, flags);
      const ok = checks.every((check) => check.ok);
      answer({ ok, checks }, textOf(checks, paint));
      return ok ? exitCodes.ok : exitCodes.ourFault;
    }),
  );
}

function textOf(checks: readonly Examined[], paint: Paint): string {
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
