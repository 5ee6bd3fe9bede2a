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

const facts = {
  name: 'list',
  does: 'List the valid tokens of a publisher; never their secrets.',
  examples: [['offer token list contoso', 'name, role, end, last use and id']],
} as const;

export function tokenListCommand(does: Does): Command {
  return newCommand(facts).argument('[publisher]', publisherArgumentHelp).action(does(list));
}

async function list(asked: Asked): Promise<number> {
  const publisher = await publisherOf(asked, asked.words[0]);
  const { body } = await asked.get(`${publisherPath(publisher)}/tokens`);
  const tokens = recordsIn(body, 'tokens');
  const time = (text: string): string => (text === '' ? 'never' : timeText(text, asked.language));
  const rows = tokens.map((token) => [
    textIn(token, 'name'),
    textIn(token, 'role'),
    `ends: ${time(textIn(token, 'expiresAt'))}`,
    `used: ${time(textIn(token, 'lastUsedAt'))}`,
    textIn(token, 'tokenId'),
  ]);
  const text = rows.length === 0 ? `${publisher} has no tokens.` : table(rows).join('\n');
  asked.answer({ publisher, tokens }, `${text}\n`);
  return exitCodes.ok;
}
