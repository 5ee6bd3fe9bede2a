import { actorText } from '../../domain/text/actors';
import type { Command } from 'commander';
import { timeText } from '../../domain/text/quantity';
import { publisherPath } from '../api/call';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { newCommand } from '../new-command';
import { recordsIn, textIn } from '../output/fields';
import { table } from '../output/table';
import { publisherArgumentHelp, publisherOf } from '../publisher-argument';

type Flags = { readonly offer?: string; readonly all?: boolean };

const facts = {
  name: 'list',
  does: 'The exceptions in force: which rule, where, until when, by whom and why.',
  examples: [
    ['offer exceptions list contoso', 'of this publisher'],
    ['offer exceptions list contoso --offer linux-vm --all --json', 'also those that are over'],
  ],
} as const;

export function exceptionsListCommand(does: Does): Command {
  return newCommand(facts)
    .argument('[publisher]', publisherArgumentHelp)
    .option('--offer <id>', 'only what says something about this offer')
    .option('--all', 'also those that ended or ran out')
    .action(does<Flags>(list));
}

async function list(asked: Asked<Flags>): Promise<number> {
  const publisher = await publisherOf(asked, asked.words[0]);
  const { offer, all } = asked.flags;
  const query = new URLSearchParams({ ...(offer && { offer }), ...(all && { all: 'true' }) });
  const { body } = await asked.get(`${publisherPath(publisher)}/exceptions?${query.toString()}`);
  const exceptions = recordsIn(body, 'items');
  const rows = exceptions.map((exception) => [
    textIn(exception, 'ruleId'),
    [publisher, textIn(exception, 'offerId') || '*', textIn(exception, 'planId') || '*'].join('/'),
    exception['inForce'] === true ? `until ${timeText(textIn(exception, 'until'), asked.language)}` : 'over',
    actorText(textIn(exception, 'approver'), asked.language),
    textIn(exception, 'exceptionId'),
    textIn(exception, 'reason'),
  ]);
  const text = rows.length === 0 ? `${publisher} has no exceptions.` : table(rows).join('\n');
  asked.answer({ publisher, exceptions }, `${text}\n`);
  return exitCodes.ok;
}
