import { Command, InvalidArgumentError, Option } from 'commander';
import { type ConnectionFlags } from '../connection';
import { exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { offerArgument, offerArgumentHelp } from '../offer-argument';
import { sendMessage } from '../send-message';
import type { Surroundings } from '../surroundings';
import { type WaitFlags, timeoutOption } from '../timeout';
import { readTime } from '../../domain/publication/read-time';

type Flags = ConnectionFlags &
  WaitFlags & { readonly json?: boolean; readonly at?: string; readonly wait?: boolean };

export function goLiveCommand(surroundings: Surroundings, end: (exitCode: number) => void): Command {
  return new Command('go-live')
    .description('Sign off: the offer in preview goes to production.')
    .argument(offerArgument, offerArgumentHelp)
    .addOption(new Option('--at <date>', 'not before this time, e.g. 2027-01-31T09:00:00Z').argParser(timeOf))
    .option('--wait', 'wait until it is live')
    .option('--json', 'one JSON object on stdout and nothing else')
    .addOption(timeoutOption())
    .action(async (words: string[], _flags: unknown, command: Command) => {
      const flags = command.optsWithGlobals<Flags>();
      const body = flags.at === undefined ? {} : { notBefore: flags.at };
      if (
        flags.wait === true &&
        flags.at !== undefined &&
        Date.parse(flags.at) > Date.now() &&
        flags.timeout === undefined
      )
        throw new CliFailure(exitCodes.usage, 'With --at, --wait needs --timeout: the date may be far away.');
      end(await sendMessage(surroundings, { words, flags, verb: 'golive', body, done: 'Go live' }));
    });
}

function timeOf(text: string): string {
  const time = readTime(text);
  if (time === undefined)
    throw new InvalidArgumentError('Give a time with a zone, like 2027-01-31T09:00:00Z.');
  return time;
}
