import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkReport, openReport } from '../../domain/certification/report/verify-report';
import type { Asked } from '../asked';
import { readKeys } from '../certificate/public-keys';
import { reportLines } from '../certificate/report-lines';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand } from '../new-command';

type Flags = { readonly key?: string };

const facts = {
  name: 'verify',
  does: 'Check a certification report: who signed it, that nothing was changed, and what it says.',
  examples: [
    ['offer verify report.json --key keys.json', 'offline; keys.json is what <address>/keys answers'],
    ['offer verify report.json', 'with the keys of the installation you are logged in to'],
    [
      'offer report contoso/linux-vm | offer verify - --json',
      'one object; ends with 4 when it does not hold',
    ],
  ],
} as const;

export function verifyCommand(does: Does): Command {
  return newCommand(facts)
    .argument('<file>', 'the report, - for stdin')
    .option(
      '--key <key>',
      'Ed25519 public key: a file (PEM, base64, or what /keys answers), or base64 itself',
    )
    .action(does<Flags>(verify));
}

async function verify(asked: Asked<Flags>): Promise<number> {
  const file = asked.words.join(' ');
  const sealed = openReport(await textOf(asked, file));
  // Before anybody is asked for keys, so that a slip in the file's name is not answered with a question for an address.
  const checked =
    sealed.kind === 'malformed'
      ? sealed
      : checkReport(sealed, await readKeys(asked, asked.flags.key), new Date());
  switch (checked.kind) {
    case 'malformed':
      throw new CliFailure(exitCodes.usage, `${file} is no certification report: ${checked.why}.`, {
        code: 'malformedReport',
      });
    case 'notSigned':
      throw new CliFailure(exitCodes.certification, notSigned(file, checked.keyIds), { code: 'notSigned' });
    case 'genuine': {
      const { report, keyId, isExpired } = checked;
      asked.answer(
        { genuine: true, keyId, isExpired, report },
        `${reportLines(checked, asked).join('\n')}\n`,
      );
      return report.verdict === 'failed' ? exitCodes.certification : exitCodes.ok;
    }
  }
}

const notSigned = (file: string, keyIds: readonly string[]): string =>
  `Nobody may rely on ${file}: it was changed since it was signed, or these keys did not sign it (it names ${keyIds.length === 0 ? 'none' : keyIds.join(', ')}). Fetch it again, or give the right key with --key.`;

async function textOf({ surroundings }: Asked, file: string): Promise<string> {
  if (file === '-') return surroundings.stdin();
  const path = resolve(surroundings.workFolder, file);
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new CliFailure(exitCodes.usage, `There is no file ${path} that can be read.`);
  }
}
