import { Argument, type Command } from 'commander';
import { publisherPath } from '../api/call';
import { persist } from '../api/persist';
import { isRecord } from '../api/read-error';
import { refusalOf } from '../api/refusal';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand } from '../new-command';
import { textIn } from '../output/fields';
import { publisherOf } from '../publisher-argument';
import { progressLine } from '../upload/progress-line';
import { sendFile } from '../upload/send-file';
import { sourceFile, sourcePackage } from '../upload/source-file';

type Flags = { readonly publisher?: string };

/** A long upload is worth waiting for an API that restarts. */
const patienceMs = 60_000;

const facts = {
  name: 'upload',
  does: 'Put a file into the publisher’s storage; prints the SAS URL for the offer.',
  examples: [
    ['offer upload disk web-1.0.0.vhd --publisher contoso', 'stretches of zeros take no time'],
    ['offer upload logo logo-large.png', 'of the publisher that the token belongs to'],
    [
      'URL=$(offer upload package ./app)',
      'a folder is zipped; the address alone is on stdout: keep it secret',
    ],
  ],
} as const;

export function uploadCommand(does: Does): Command {
  return newCommand(facts)
    .addArgument(new Argument('<kind>', 'what the file is for').choices(['disk', 'package', 'logo']))
    .argument('<file>', 'the file; of a package also the folder, which is zipped')
    .option('--publisher <id>', 'whose; else the one the token belongs to')
    .action(does<Flags>(upload));
}

async function upload(asked: Asked<Flags>): Promise<number> {
  const [kind = '', name = ''] = asked.words;
  const { surroundings, language } = asked;
  const file = (kind === 'package' ? sourcePackage : sourceFile)(surroundings.workFolder, name);
  const publisher = await publisherOf(asked, asked.flags.publisher);
  const path = `${publisherPath(publisher)}/uploads/${kind}/${encodeURIComponent(file.name)}`;
  const line = progressLine(surroundings, { total: file.bytes, language });
  const sent = await persist(() => sendFile(asked.connection(), { path, file, at: line.at }), {
    until: Date.now() + patienceMs,
    evenIfAbsent: false,
    interrupted: surroundings.interrupted,
    tell: ({ message }) => asked.remark(`${message} Sending again.\n`),
  }).finally(line.end);
  if (sent.status !== 200 || !isRecord(sent.body)) throw refusalOf(sent);
  if (textIn(sent.body, 'digest') !== sent.digest)
    throw new CliFailure(
      exitCodes.ourFault,
      `What arrived is not what was sent: ${textIn(sent.body, 'digest')} instead of ${sent.digest}. Did ${name} change meanwhile? Upload it again.`,
    );
  asked.answer({ publisher, kind, file: file.name, ...sent.body }, `${textIn(sent.body, 'url')}\n`);
  return exitCodes.ok;
}
