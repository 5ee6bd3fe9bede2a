import type { Command } from 'commander';
import { decide, type DecisionFlags } from '../decision';
import { newCommand, requestIdOption } from '../new-command';
import { offerArgument, offerArgumentHelp } from '../offer-argument';
import type { Does } from '../does';
import { withWaiting } from '../wait-flags';

type Flags = DecisionFlags & { readonly reason?: string };

const facts = {
  name: 'cancel',
  does: 'Cancel publishing; possible once it has reached publisher sign-off. What is live stays live.',
  examples: [
    ['offer cancel contoso/linux-vm --reason "A typo in the title"', 'the reason is kept in the history'],
    [
      'offer cancel contoso/linux-vm --wait',
      'ends with 5 when it is canceled, with 7 when it went live before',
    ],
  ],
} as const;

export function cancelCommand(does: Does): Command {
  const command = newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .option('--reason <text>', 'why; kept in the history');
  return withWaiting(command, 'until it has ended')
    .addOption(requestIdOption())
    .action(
      does<Flags>((asked) => {
        const { reason } = asked.flags;
        const body = reason === undefined ? {} : { reason };
        return decide(asked, { verb: 'cancel', body });
      }),
    );
}
