import type { Command } from 'commander';
import { offerPath } from '../api/call';
import type { Asked } from '../asked';
import { confirm, type YesFlag } from '../confirm';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { newCommand, yesOption } from '../new-command';
import { nameOf, offerArgument, offerArgumentHelp } from '../offer-argument';

const facts = {
  name: 'discard',
  does: 'Delete an offer that was never in preview or live, and is not being published.',
  examples: [
    ['offer discard contoso/linux-vm', 'asks first'],
    ['offer discard contoso/linux-vm --yes', 'for scripts; ends with 7 where it is not allowed'],
  ],
} as const;

export function discardCommand(does: Does): Command {
  return newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .addOption(yesOption())
    .action(does<YesFlag>(discard));
}

async function discard(asked: Asked<YesFlag>): Promise<number> {
  const offer = asked.offer();
  await confirm(asked, `Discard the draft of ${nameOf(offer)} for good?`);
  await asked.send({ method: 'DELETE', path: offerPath(offer) });
  asked.answer({ discarded: true }, `${nameOf(offer)} is discarded.\n`);
  return exitCodes.ok;
}
