import type { Command } from 'commander';
import { decide, type DecisionFlags } from '../decision';
import { newCommand, requestIdOption } from '../new-command';
import { offerArgument, offerArgumentHelp } from '../offer-argument';
import type { Does } from '../does';

const facts = {
  name: 'withdraw',
  does: 'Take a go-live (or a request for approval) back that is scheduled, or waits for a second person.',
  examples: [['offer withdraw contoso/linux-vm', 'the offer stays in preview and waits for sign-off again']],
} as const;

export function withdrawCommand(does: Does): Command {
  return newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .addOption(requestIdOption())
    .action(does<DecisionFlags>((asked) => decide(asked, { verb: 'withdraw-golive', body: {} })));
}
