import type { Command } from 'commander';
import { publisherPath } from '../api/call';
import { isRecord } from '../api/read-error';
import type { Asked } from '../asked';
import { confirm, type YesFlag } from '../confirm';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { newCommand, yesOption } from '../new-command';
import { textIn } from '../output/fields';
import { publisherArgumentHelp, publisherNamed } from '../publisher-argument';

const facts = {
  name: 'end',
  does: 'End an exception before its time: the rule counts again. For reviewers and operators.',
  examples: [['offer exceptions end contoso 0b54a6f2-6c2c-4c8e-8a0e-3f5b8f6a1d11 --yes', 'without asking']],
} as const;

export function exceptionsEndCommand(does: Does): Command {
  return newCommand(facts)
    .argument('<publisher>', publisherArgumentHelp)
    .argument('<exception-id>', 'as "offer exceptions list" tells it')
    .addOption(yesOption())
    .action(does<YesFlag>(end));
}

async function end(asked: Asked<YesFlag>): Promise<number> {
  const [publisher, exceptionId = ''] = asked.words;
  const path = `${publisherPath(publisherNamed(publisher))}/exceptions/${encodeURIComponent(exceptionId)}`;
  await confirm(asked, `End exception ${exceptionId} of ${publisher ?? ''}?`);
  const { body } = await asked.send({ method: 'DELETE', path });
  const exception = isRecord(body) ? body : {};
  asked.answer({ exception }, `${textIn(exception, 'ruleId')} counts again from the next publication on.\n`);
  return exitCodes.ok;
}
