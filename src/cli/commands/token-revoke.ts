import type { Command } from 'commander';
import { publisherPath } from '../api/call';
import type { Asked } from '../asked';
import { confirm, type YesFlag } from '../confirm';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { newCommand, yesOption } from '../new-command';
import { publisherArgumentHelp, publisherNamed } from '../publisher-argument';

const facts = {
  name: 'revoke',
  does: 'End a token at once, with every session made with it.',
  examples: [['offer token revoke contoso 7f3c21f0-6d1e-4b0a-9b57-1f2b8f5f3c11 --yes', 'without asking']],
} as const;

export function tokenRevokeCommand(does: Does): Command {
  return newCommand(facts)
    .argument('<publisher>', publisherArgumentHelp)
    .argument('<token-id>', 'as "offer token list" tells it')
    .addOption(yesOption())
    .action(does<YesFlag>(revoke));
}

async function revoke(asked: Asked<YesFlag>): Promise<number> {
  const [publisher, tokenId = ''] = asked.words;
  const path = `${publisherPath(publisherNamed(publisher))}/tokens/${encodeURIComponent(tokenId)}`;
  await confirm(asked, `Revoke token ${tokenId} of ${publisher ?? ''}?`);
  await asked.send({ method: 'DELETE', path });
  asked.answer({ publisher, tokenId, revoked: true }, `Token ${tokenId} is revoked.\n`);
  return exitCodes.ok;
}
