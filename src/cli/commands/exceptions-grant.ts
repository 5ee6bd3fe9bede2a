import { type Command, InvalidArgumentError, Option } from 'commander';
import { readTime } from '../../domain/publication/read-time';
import { timeText } from '../../domain/text/quantity';
import { publisherPath } from '../api/call';
import { isRecord } from '../api/read-error';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { newCommand } from '../new-command';
import { textIn } from '../output/fields';
import { publisherNamed } from '../publisher-argument';

type Flags = {
  readonly rule: string;
  readonly reason: string;
  readonly until: string;
  readonly plan?: string;
};

const facts = {
  name: 'grant',
  does: 'Let a publisher, an offer or a plan pass a rule for a while. For reviewers and operators.',
  examples: [
    [
      'offer exceptions grant contoso/linux-vm --rule "Bash History" --reason "Mended in May" --until 2027-05-01T00:00:00Z',
      'what the rule finds is shown as a warning from the next publication on',
    ],
    [
      'offer exceptions grant contoso/linux-vm --plan small --rule vm.guest.bash-history --reason "Mended in May" --until 2027-05-01T00:00:00Z',
      'in one plan only',
    ],
  ],
} as const;

export function exceptionsGrantCommand(does: Does): Command {
  return newCommand(facts)
    .argument('<where>', '<publisher>, or <publisher>/<offer>')
    .addOption(new Option('--rule <rule>', 'id or alias; "offer rules" lists them').makeOptionMandatory())
    .addOption(new Option('--reason <text>', 'why; everybody reads it').makeOptionMandatory())
    .addOption(
      new Option('--until <date>', 'from when on the rule counts again, a year ahead at most')
        .argParser(timeOf)
        .makeOptionMandatory(),
    )
    .option('--plan <id>', 'only this plan of the offer')
    .action(does<Flags>(grant));
}

async function grant(asked: Asked<Flags>): Promise<number> {
  const [publisherId, offerId, ...rest] = (asked.words[0] ?? '').split('/');
  const publisher = publisherNamed(rest.length === 0 ? publisherId : asked.words[0]);
  const { rule: ruleId, reason, until, plan: planId } = asked.flags;
  const scope = {
    ...(offerId === undefined ? {} : { offerId }),
    ...(planId === undefined ? {} : { planId }),
  };
  const { body } = await asked.send({
    method: 'POST',
    path: `${publisherPath(publisher)}/exceptions`,
    body: { ruleId, reason, until, ...scope },
  });
  const exception = isRecord(body) ? body : {};
  asked.answer(
    { exception },
    `${textIn(exception, 'ruleId')} need not be kept in ${asked.words[0] ?? ''}${planId === undefined ? '' : ` ${planId}`} until ${timeText(until, asked.language)} (exception ${textIn(exception, 'exceptionId')}).\n`,
  );
  return exitCodes.ok;
}

function timeOf(text: string): string {
  const time = readTime(text);
  if (time === undefined)
    throw new InvalidArgumentError('Give a time with a zone, like 2027-05-01T00:00:00Z.');
  return time;
}
