import type { Command } from 'commander';
import { statusLabel } from '../../domain/text/labels';
import { terminalText } from '../../domain/text/terminal/terminal';
import { exitCodeOf, exitCodes } from '../exit-codes';
import type { Asked } from '../asked';
import { newCommand } from '../new-command';
import { nameOf, offerArgument, offerArgumentHelp } from '../offer-argument';
import { statusText } from '../output/status-text';
import type { Does } from '../does';
import { readPublication, standingOf } from '../publication';
import { lookOf, watch } from '../watch/watch';
import { isWaiting, timeoutOption, type WaitFlags } from '../wait-flags';

const facts = {
  name: 'status',
  does: 'Show where a publication is, what it waits for and what was found.',
  examples: [
    ['offer status contoso/linux-vm', 'the chart of steps, bytes, findings, and what to do next'],
    ['offer status contoso/linux-vm --watch', 'the same, kept up to date until the publication ends'],
    ['offer status contoso/linux-vm --json', 'one JSON object; the exit code says how it ended'],
  ],
} as const;

export function statusCommand(does: Does): Command {
  return newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .option('--watch', 'follow it until it ends; with --json a line each time something changes')
    .addOption(timeoutOption())
    .action(does<WaitFlags>(status));
}

async function status(asked: Asked<WaitFlags>): Promise<number> {
  const offer = asked.offer();
  const publication = await asked.reading(() => readPublication(asked.connection(), offer));
  if (publication === undefined) {
    const label = statusLabel('neverPublished', asked.language);
    const command = `offer publish ${nameOf(offer)} --email you@example.com`;
    asked.answer(
      standingOf(undefined, asked.language),
      `${nameOf(offer)}: ${label}. ${terminalText('neverPublished', asked.language, { command })}\n`,
    );
    return exitCodes.ok;
  }
  if (isWaiting(asked.flags)) return watch(asked, { offer, until: 'live', also: { offer: nameOf(offer) } });
  asked.answer(standingOf(publication, asked.language), statusText(publication, lookOf(asked), new Date()));
  return exitCodeOf(publication.status);
}
