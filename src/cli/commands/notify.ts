import type { Command } from 'commander';
import { decide, type DecisionFlags } from '../decision';
import type { Does } from '../does';
import { newCommand, requestIdOption } from '../new-command';
import { offerArgument, offerArgumentHelp } from '../offer-argument';

type Flags = DecisionFlags & { readonly email: readonly string[] };

const facts = {
  name: 'notify',
  does: 'Say who gets the notices of the running publication from now on.',
  examples: [['offer notify contoso/linux-vm --email you@example.com', 'it goes on if it waited for this']],
} as const;

export function notifyCommand(does: Does): Command {
  return newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .requiredOption('--email <address...>', 'who gets them, instead of those before')
    .addOption(requestIdOption())
    .action(
      does<Flags>((asked) =>
        decide(asked, { verb: 'notification-emails', body: { emails: asked.flags.email } }),
      ),
    );
}
