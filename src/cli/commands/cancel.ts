import { Command } from 'commander';
import type { ConnectionFlags } from '../connection';
import { offerArgument, offerArgumentHelp } from '../offer-argument';
import { sendMessage } from '../send-message';
import type { Surroundings } from '../surroundings';

type Flags = ConnectionFlags & { readonly json?: boolean; readonly reason?: string };

export function cancelCommand(surroundings: Surroundings, end: (exitCode: number) => void): Command {
  return new Command('cancel')
    .description(
      'Cancel publishing; possible once it has reached publisher sign-off. What is live stays live.',
    )
    .argument(offerArgument, offerArgumentHelp)
    .option('--reason <text>', 'why; kept in the history')
    .option('--json', 'one JSON object on stdout and nothing else')
    .action(async (words: string[], _flags: unknown, command: Command) => {
      const flags = command.optsWithGlobals<Flags>();
      const body = flags.reason === undefined ? {} : { reason: flags.reason };
      end(await sendMessage(surroundings, { words, flags, verb: 'cancel', body, done: 'Cancel publishing' }));
    });
}
