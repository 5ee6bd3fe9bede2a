import type { Command } from 'commander';
import { offerPath } from '../api/call';
import { isRecord } from '../api/read-error';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand } from '../new-command';
import { offerArgument, offerArgumentHelp } from '../offer-argument';
import { recordsIn, textIn } from '../output/fields';
import { table } from '../output/table';
import { timeText } from '../../domain/text/quantity';

type Flags = { readonly contact?: string; readonly text?: string; readonly step?: string };

const facts = {
  name: 'support',
  does: 'Ask for support with an offer, or list what was asked. Step and findings go along.',
  examples: [
    [
      'offer support contoso/linux-vm --contact you@example.com --text "Certification is stuck"',
      'answers with a case number; the mail follows',
    ],
    ['offer support contoso/linux-vm', 'the cases of this offer'],
  ],
} as const;

export function supportCommand(does: Does): Command {
  return newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .option('--contact <address>', 'who gets the answer')
    .option('--text <text>', 'what you need; - reads it from stdin')
    .option('--step <id>', 'the step it is about; else the present one')
    .action(does<Flags>((asked) => (asked.flags.text === undefined ? list(asked) : create(asked))));
}

async function list(asked: Asked<Flags>): Promise<number> {
  const { body } = await asked.get(`${offerPath(asked.offer())}/support`);
  const cases = recordsIn(body, 'items');
  const rows = cases.map((each) => [
    textIn(each, 'caseNumber'),
    timeText(textIn(each, 'createdAt'), asked.language),
    textIn(each, 'text').split('\n')[0] ?? '',
  ]);
  const text = rows.length === 0 ? 'Nothing was asked.' : table(rows).join('\n');
  asked.answer({ cases }, `${text}\n`);
  return exitCodes.ok;
}

async function create(asked: Asked<Flags>): Promise<number> {
  const { contact, text, step } = asked.flags;
  const offer = asked.offer();
  if (contact === undefined) throw new CliFailure(exitCodes.usage, 'Say with --contact who gets the answer.');
  const { body } = await asked.send({
    method: 'POST',
    path: `${offerPath(offer)}/support`,
    body: {
      contactEmail: contact,
      text: text === '-' ? await asked.surroundings.stdin() : text,
      ...(step === undefined ? {} : { step }),
    },
  });
  const made = isRecord(body) ? body : {};
  asked.answer(made, `Case ${textIn(made, 'caseNumber')}. The answer goes to ${contact}.\n`);
  return exitCodes.ok;
}
