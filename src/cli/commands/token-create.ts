import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Role, roles } from '../../domain/access/role';
import { readTime } from '../../domain/publication/read-time';
import { publisherPath } from '../api/call';
import { isRecord } from '../api/read-error';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { newCommand } from '../new-command';
import { textIn } from '../output/fields';
import { publisherArgumentHelp, publisherNamed } from '../publisher-argument';

type Flags = { readonly role: Role; readonly expires?: string };

const facts = {
  name: 'create',
  does: 'Make a token. It is shown once and kept by nobody but you.',
  examples: [
    ['offer token create contoso ci', 'for a release pipeline; history names it ci@contoso'],
    ['offer token create contoso ann --role Owner --expires 2027-12-31T00:00:00Z', 'for a person'],
  ],
} as const;

export function tokenCreateCommand(does: Does): Command {
  return newCommand(facts)
    .argument('<publisher>', publisherArgumentHelp)
    .argument('<name>', 'who or what uses it, e.g. ci')
    .addOption(
      new Option('--role <role>', 'what it may do; an owner can give Owner and Contributor, an operator any')
        .choices(roles)
        .default('Contributor'),
    )
    .addOption(
      new Option('--expires <date>', 'until when it is good, e.g. 2027-12-31T00:00:00Z').argParser(timeOf),
    )
    .action(does<Flags>(create));
}

async function create(asked: Asked<Flags>): Promise<number> {
  const { role, expires } = asked.flags;
  const [publisher, name = ''] = asked.words;
  const { body } = await asked.send({
    method: 'POST',
    path: `${publisherPath(publisherNamed(publisher))}/tokens`,
    body: { name, role, ...(expires === undefined ? {} : { expiresAt: expires }) },
  });
  const made = isRecord(body) ? body : {};
  // The token alone on stdout, so that it can go into a file or a secret store without being seen.
  asked.answer(made, `${textIn(made, 'token')}\n`);
  if (asked.flags.json !== true)
    asked.remark(
      `Token ${textIn(made, 'tokenId')} of ${textIn(made, 'actor')} (${role}). It is not shown again.\n`,
    );
  return exitCodes.ok;
}

function timeOf(text: string): string {
  const time = readTime(text);
  if (time === undefined)
    throw new InvalidArgumentError('Give a time with a zone, like 2027-12-31T00:00:00Z.');
  return time;
}
