import { type Command, Option } from 'commander';
import { rulesOfImageFile, rulesOfImageSource } from '../../domain/certification/image-case';
import { judgeByRules } from '../../domain/certification/run-rules';
import { answerOutcome } from '../certification/answer-outcome';
import { type CertifyFlags, withCertifyOptions } from '../certification/certify-flags';
import { rulesAskedFor } from '../certification/certify-path';
import { type ReadImage, readImageAt, readImageFile } from '../certification/read-image';
import { whyNotRun } from '../certification/why-not-run';
import { readingLines } from '../certification/reading-lines';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { newCommand } from '../new-command';

type Flags = CertifyFlags & { readonly os: 'linux' | 'windows' };

const facts = {
  name: 'image',
  does: 'Certify a VM image, its container and what is inside, without starting it.',
  examples: [
    ['offer certify image web.vhd --os linux', 'ends with 4 when something has to be corrected'],
    ['offer certify image "$SAS_URL" --os linux', 'read where it is: only what holds data is fetched'],
    ['offer certify image web.vhd --os linux --only "Bash History"', 'one rule, by its id or alias'],
  ],
} as const;

export function certifyImageCommand(does: Does): Command {
  return withCertifyOptions(newCommand(facts))
    .argument('<image>', 'a VHD file, or the SAS URL of one')
    .addOption(
      new Option('--os <family>', 'what the image holds').choices(['linux', 'windows']).makeOptionMandatory(),
    )
    .action(does<Flags>(certifyImage));
}

async function certifyImage(asked: Asked<Flags>): Promise<number> {
  const { flags } = asked;
  const image = asked.words.join(' ');
  const role = flags.os === 'windows' ? 'windowsOsDisk' : 'linuxOsDisk';
  const isUrl = /^https?:\/\//i.test(image);
  const rules = rulesAskedFor(flags, isUrl ? rulesOfImageSource(role) : rulesOfImageFile(role));
  const read: ReadImage = isUrl ? await readImageAt(image, asked) : await readImageFile(image, asked);
  const outcome = judgeByRules(read.found, rules);
  return answerOutcome(asked, {
    subject: read.subject,
    rules,
    outcome,
    whyNotRun: whyNotRun(read.found, outcome.findings),
    ...readingLines(read, asked.language),
  });
}
