import type { Command } from 'commander';
import { publisherPath } from '../api/call';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { limitOption } from '../limit-option';
import { newCommand } from '../new-command';
import { historyText } from '../output/history-text';
import { collect } from '../paging';
import { publisherArgumentHelp, publisherOf } from '../publisher-argument';

type Flags = { readonly kind?: string; readonly actor?: string; readonly limit: number };

const facts = {
  name: 'history',
  does: 'Who changed a publisher, its tokens, webhooks and exceptions for every offer. Newest first; for owners and operators.',
  examples: [
    ['offer publisher history contoso', 'the newest 100 events'],
    ['offer publisher history contoso --kind tokenRevoked', 'who revoked which token'],
    ['offer publisher history contoso --json', 'with all facts'],
  ],
} as const;

export function publisherHistoryCommand(does: Does): Command {
  return newCommand(facts)
    .argument('[publisher]', publisherArgumentHelp)
    .option('--kind <kind>', 'only events of this kind, e.g. tokenRevoked')
    .option('--actor <actor>', 'only what this actor did')
    .addOption(limitOption())
    .action(does<Flags>(history));
}

async function history(asked: Asked<Flags>): Promise<number> {
  const { kind, actor, limit } = asked.flags;
  const publisher = await publisherOf(asked, asked.words[0]);
  const path = `${publisherPath(publisher)}/history`;
  const { items: events } = await collect(asked, { path, query: { kind, actor }, limit });
  asked.answer({ publisher, events }, historyText(events, asked.language));
  return exitCodes.ok;
}
