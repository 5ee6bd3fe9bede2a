import { type Command, InvalidArgumentError, Option } from 'commander';
import { readTime } from '../../domain/publication/read-time';
import type { Asked } from '../asked';
import { decide, type DecisionFlags } from '../decision';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { newCommand, requestIdOption } from '../new-command';
import { offerArgument, offerArgumentHelp } from '../offer-argument';
import type { Does } from '../does';
import { withWaiting } from '../wait-flags';

type Flags = DecisionFlags & { readonly at?: string };

const facts = {
  name: 'go-live',
  does: 'Sign off: the offer in preview goes to production. Of a staged offer: request approval to push to production.',
  examples: [
    ['offer go-live contoso/linux-vm --wait', 'now; ends with 0 when it is live'],
    ['offer go-live contoso/speech', 'of a staged offer: requests approval to push to production'],
    ['offer go-live contoso/linux-vm --at 2027-01-31T09:00:00Z', 'at a date; taken back by "offer withdraw"'],
  ],
} as const;

export function goLiveCommand(does: Does): Command {
  const command = newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .addOption(
      new Option('--at <date>', 'not before this time, e.g. 2027-01-31T09:00:00Z').argParser(timeOf),
    );
  return withWaiting(command, 'until it is live').addOption(requestIdOption()).action(does<Flags>(goLive));
}

async function goLive(asked: Asked<Flags>): Promise<number> {
  const { at, wait, timeout } = asked.flags;
  if (wait === true && at !== undefined && Date.parse(at) > Date.now() && timeout === undefined)
    throw new CliFailure(exitCodes.usage, 'With --at, --wait needs --timeout: the date may be far away.');
  if (at === undefined) return decide(asked, { verb: 'golive', body: {} });
  return decide(asked, { verb: 'golive', body: { notBefore: at }, at, undo: 'withdraw' });
}

function timeOf(text: string): string {
  const time = readTime(text);
  if (time === undefined)
    throw new InvalidArgumentError('Give a time with a zone, like 2027-01-31T09:00:00Z.');
  return time;
}
