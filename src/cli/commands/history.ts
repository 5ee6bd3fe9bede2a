import type { Command } from 'commander';
import { offerPath } from '../api/call';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { limitOption } from '../limit-option';
import { newCommand } from '../new-command';
import { offerArgument, offerArgumentHelp } from '../offer-argument';
import { historyText } from '../output/history-text';
import { collect } from '../paging';

type Flags = {
  readonly kind?: string;
  readonly actor?: string;
  readonly publication?: string;
  readonly limit: number;
};

const facts = {
  name: 'history',
  does: 'Everything that happened to an offer: when, what, and who did it. Newest first.',
  examples: [
    ['offer history contoso/linux-vm', 'the newest 100 events'],
    ['offer history contoso/linux-vm --actor ci@contoso --limit 1000', 'what the pipeline did'],
    ['offer history contoso/linux-vm --kind goLiveApproved --json', 'with all facts'],
  ],
} as const;

export function historyCommand(does: Does): Command {
  return newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .option('--kind <kind>', 'only events of this kind, e.g. draftSaved')
    .option('--actor <actor>', 'only what this actor did')
    .option('--publication <uuid>', 'only this publication')
    .addOption(limitOption())
    .action(does<Flags>(history));
}

async function history(asked: Asked<Flags>): Promise<number> {
  const { kind, actor, publication, limit } = asked.flags;
  const path = `${offerPath(asked.offer())}/history`;
  const { items: events } = await collect(asked, { path, query: { kind, actor, publication }, limit });
  asked.answer({ events }, historyText(events, asked.language));
  return exitCodes.ok;
}
