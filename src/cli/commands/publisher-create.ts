import type { Command } from 'commander';
import { type Language, languages } from '../../domain/text/language';
import { Option } from 'commander';
import { isRecord } from '../api/read-error';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { newCommand } from '../new-command';
import { publisherArgumentHelp, publisherNamed } from '../publisher-argument';

type Flags = { readonly name?: string; readonly language?: Language; readonly votes?: '1' | '2' };

const facts = {
  name: 'create',
  does: 'Make a publisher; for operators of the installation.',
  examples: [
    [
      'offer publisher create contoso --name "Contoso Ltd."',
      'then: offer token create contoso ann --role Owner',
    ],
    ['offer publisher create contoso --language es --votes 2', 'mails in Spanish; two people to go live'],
  ],
} as const;

export function publisherCreateCommand(does: Does): Command {
  return newCommand(facts)
    .argument('<publisher>', publisherArgumentHelp)
    .option('--name <text>', 'as people know it')
    .addOption(new Option('--language <language>', 'of its mails').choices(languages))
    .addOption(new Option('--votes <number>', 'how many people must agree to a go-live').choices(['1', '2']))
    .action(does<Flags>(create));
}

async function create(asked: Asked<Flags>): Promise<number> {
  const { name, language, votes } = asked.flags;
  const id = publisherNamed(asked.words[0]);
  const { body } = await asked.send({
    method: 'POST',
    path: '/api/publishers',
    body: {
      id,
      ...(name === undefined ? {} : { displayText: name }),
      ...(language === undefined ? {} : { language }),
      ...(votes === undefined ? {} : { goLiveVotes: Number(votes) }),
    },
  });
  asked.answer(
    { publisher: isRecord(body) ? body : { id } },
    `Publisher ${id} is made. Make its owner a token: offer token create ${id} <name> --role Owner\n`,
  );
  return exitCodes.ok;
}
