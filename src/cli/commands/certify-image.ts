import { type Command, Option } from 'commander';
import { rulesOfImageFile, rulesOfImageSource } from '../../domain/certification/image-case';
import { judgeByRules } from '../../domain/certification/run-rules';
import { answerOutcome } from '../certification/answer-outcome';
import { type CertifyFlags, withCertifyOptions } from '../certification/certify-flags';
import { rulesAskedFor } from '../certification/certify-path';
import { type ReadImage, readImageAt, readImageFile } from '../certification/read-image';
import { whyNotRun } from '../certification/why-not-run';
import { readingLines } from '../certification/reading-lines';
import { type DiskRole, diskRoleOf } from '../../domain/certification/disk-role';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand } from '../new-command';

type Flags = CertifyFlags & {
  readonly os?: 'linux' | 'windows';
  readonly role: 'os' | 'data';
};

const facts = {
  name: 'image',
  does: 'Certify a VM image, its container and what is inside, without starting it.',
  examples: [
    ['offer certify image web.vhd --os linux', 'ends with 4 when something has to be corrected'],
    ['offer certify image "$SAS_URL" --os linux', 'read where it is: only what holds data is fetched'],
    ['offer certify image web.vhd --os linux --only "Bash History"', 'one rule, by its id or alias'],
    ['offer certify image data.vhd --role data', 'a data disk: its container and size, not what is inside'],
  ],
} as const;

export function certifyImageCommand(does: Does): Command {
  return withCertifyOptions(newCommand(facts))
    .argument('<image>', 'a VHD file, or the SAS URL of one')
    .addOption(
      new Option('--os <family>', 'what the image holds; needed of an OS disk').choices(['linux', 'windows']),
    )
    .addOption(
      new Option('--role <role>', 'what the disk is for in the plan').choices(['os', 'data']).default('os'),
    )
    .action(does<Flags>(certifyImage));
}

async function certifyImage(asked: Asked<Flags>): Promise<number> {
  const { flags } = asked;
  const image = asked.words.join(' ');
  const role = roleOf(flags);
  const isUrl = /^https?:\/\//i.test(image);
  const rules = rulesAskedFor(flags, isUrl ? rulesOfImageSource(role) : rulesOfImageFile(role));
  const read: ReadImage = isUrl
    ? await readImageAt(image, { asked, role })
    : await readImageFile(image, { asked, role });
  const outcome = judgeByRules(read.found, rules);
  return answerOutcome(asked, {
    subject: read.subject,
    rules,
    outcome,
    whyNotRun: whyNotRun(read.found, outcome.findings),
    ...readingLines(read, asked.language),
  });
}

/** Rules on OS disks differ by family, so a guess would be held against the wrong ones. */
function roleOf({ os, role }: Flags): DiskRole {
  if (role === 'data') return 'dataDisk';
  if (os === undefined)
    throw new CliFailure(
      exitCodes.usage,
      'Say what the image holds: --os linux or --os windows. Of a data disk: --role data.',
    );
  return diskRoleOf('osDisk', os === 'windows' ? 'Windows' : 'Linux');
}
