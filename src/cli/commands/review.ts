import { Argument, type Command } from 'commander';
import { decide, type DecisionFlags } from '../decision';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand, requestIdOption } from '../new-command';
import type { Does } from '../does';

type Flags = DecisionFlags & { readonly comment?: readonly string[] };

const decisions = { approve: 'approve', 'request-changes': 'requestChanges' } as const;

const facts = {
  name: 'review',
  does: 'Decide as a reviewer: approve what waits for a review, or request changes.',
  examples: [
    ['offer review approve contoso/linux-vm', 'the publication goes on; the exception stands in the report'],
    [
      'offer review request-changes contoso/linux-vm --comment "The logo is blurred"',
      'the publication ends; the publisher reads the comment',
    ],
  ],
} as const;

export function reviewCommand(does: Does): Command {
  return newCommand(facts)
    .addArgument(new Argument('<decision>', 'what you decide').choices(Object.keys(decisions)))
    .argument('<offer>', '<publisher>/<offer>')
    .option('--comment <text...>', 'what the publisher should know')
    .addOption(requestIdOption())
    .action(
      does<Flags>((asked) => {
        const [word = '', ...words] = asked.words;
        const decision = Object.entries(decisions).find(([name]) => name === word)?.[1];
        const { comment = [] } = asked.flags;
        if (decision === 'requestChanges' && comment.length === 0)
          throw new CliFailure(exitCodes.usage, 'Say with --comment what has to change.');
        const comments = comment.map((message) => ({ message }));
        return decide(asked, { words, verb: 'review', body: { decision, comments }, done: 'Review' });
      }),
    );
}
