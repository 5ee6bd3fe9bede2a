import { Command } from 'commander';
import { statusLabel } from '../../domain/text/labels';
import { type ConnectionFlags, connectionOf } from '../connection';
import { exitCodeOf, exitCodes } from '../exit-codes';
import { follow } from '../follow';
import { nameOf, offerArgument, offerArgumentHelp, offerOf } from '../offer-argument';
import { paintFor } from '../paint';
import { readPublication } from '../publication';
import { statusText } from '../status-text';
import type { Surroundings } from '../surroundings';
import { timeoutOption, type WaitFlags, deadlineOf } from '../timeout';

type Flags = ConnectionFlags & WaitFlags & { readonly json?: boolean; readonly watch?: boolean };

export function statusCommand(surroundings: Surroundings, end: (exitCode: number) => void): Command {
  return new Command('status')
    .description('Show where a publication is, what it waits for and what was found.')
    .argument(offerArgument, offerArgumentHelp)
    .option('--json', 'one JSON object on stdout and nothing else')
    .option('--watch', 'follow it until it ends')
    .addOption(timeoutOption())
    .action(async (words: string[], _flags: unknown, command: Command) => {
      const flags = command.optsWithGlobals<Flags>();
      const offer = offerOf(words, surroundings);
      const connection = connectionOf(flags, surroundings);
      const publication =
        flags.watch === true
          ? await follow(
              { connection, offer, deadline: deadlineOf(flags), until: 'end' },
              flags.json === true ? () => undefined : surroundings.stdout,
            )
          : await readPublication(connection, offer);
      if (publication === undefined) {
        const label = statusLabel('neverPublished', 'en');
        const shown = { offer: nameOf(offer), label, status: null, progress: [], links: null };
        surroundings.stdout(
          flags.json === true
            ? `${JSON.stringify(shown)}\n`
            : `${nameOf(offer)}: ${label}. It has never been published: offer publish ${nameOf(offer)} --email you@example.com\n`,
        );
        return end(exitCodes.ok);
      }
      const label = statusLabel(publication.status, 'en');
      surroundings.stdout(
        flags.json === true
          ? `${JSON.stringify({ offer: nameOf(offer), label, ...publication })}\n`
          : statusText(publication, paintFor(surroundings), new Date()),
      );
      return end(exitCodeOf(publication.status));
    });
}
