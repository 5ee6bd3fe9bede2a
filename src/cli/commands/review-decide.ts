import type { Command } from 'commander';
import { offerPath } from '../api/call';
import type { Asked } from '../asked';
import { decide, type DecisionFlags } from '../decision';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand, requestIdOption } from '../new-command';
import { offerArgument, offerArgumentHelp } from '../offer-argument';
import { recordsIn } from '../output/fields';

type Flags = DecisionFlags & { readonly comment?: readonly string[] };

const approveFacts = {
  name: 'approve',
  does: 'Approve what waits for a review; the publication goes on.',
  examples: [
    [
      'offer review approve contoso/linux-vm --comment "Shorten the summary"',
      'the publisher gets the tip by mail',
    ],
  ],
} as const;

export function reviewApproveCommand(does: Does): Command {
  return newCommand(approveFacts)
    .argument(offerArgument, offerArgumentHelp)
    .option('--comment <text...>', 'a tip for the publisher')
    .addOption(requestIdOption())
    .action(does<Flags>((asked) => sendDecision(asked, 'approve')));
}

const requestFacts = {
  name: 'request-changes',
  does: 'Request changes: the publication ends, and the publisher reads every comment.',
  examples: [
    ['offer review request-changes contoso/linux-vm', 'with the comments of the open threads'],
    [
      'offer review request-changes contoso/linux-vm --comment "The logo is blurred"',
      'with this comment alone',
    ],
  ],
} as const;

export function reviewRequestChangesCommand(does: Does): Command {
  return newCommand(requestFacts)
    .argument(offerArgument, offerArgumentHelp)
    .option('--comment <text...>', 'what has to change; without it, the open threads')
    .addOption(requestIdOption())
    .action(
      does<Flags>(async (asked) => {
        if (asked.flags.comment === undefined) await requireThreads(asked);
        return sendDecision(asked, 'requestChanges');
      }),
    );
}

/** A publisher who is refused must read why. */
async function requireThreads(asked: Asked<Flags>): Promise<void> {
  const { body } = await asked.get(`${offerPath(asked.offer())}/review/threads?state=open`);
  if (recordsIn(body, 'items').length > 0) return;
  throw new CliFailure(
    exitCodes.usage,
    'Say with --comment what has to change, or with "offer review comment" where.',
  );
}

function sendDecision(asked: Asked<Flags>, decision: 'approve' | 'requestChanges'): Promise<number> {
  const comments = (asked.flags.comment ?? []).map((message) => ({ message }));
  return decide(asked, { verb: 'review', body: { decision, comments } });
}
