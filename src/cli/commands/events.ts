import type { Command } from 'commander';
import { offerPath } from '../api/call';
import type { Asked } from '../asked';
import type { Does } from '../does';
import { exitCodes } from '../exit-codes';
import { newCommand } from '../new-command';
import { publisherNamed } from '../publisher-argument';
import { deadlineOf, timeoutOption } from '../wait-flags';
import { watchEvents } from '../watch/watch-events';

type Flags = {
  readonly after?: string;
  readonly operation?: string;
  readonly publisher?: string;
  readonly timeout?: number;
};

const facts = {
  name: 'events',
  does: 'Everything that happens, as it happens: one CloudEvent a line (NDJSON), for programs.',
  examples: [
    ['offer events contoso/linux-vm', 'from now on, until Ctrl-C; goes on after an API restart'],
    ['offer events --after 48211.1907', 'everything since that event: its "id"'],
    ['offer events contoso/linux-vm --operation "$ID"', 'the story of one operation, until it has ended'],
    [`offer events | jq -r 'select(.type | endswith("wentLive")) | .subject'`, 'what goes live'],
  ],
} as const;

export function eventsCommand(does: Does): Command {
  return newCommand(facts)
    .argument('[offer...]', '<publisher>/<offer>; without one, of every offer that the token reaches')
    .option('--publisher <id>', 'only of this publisher')
    .option('--operation <uuid>', 'only of this operation, and ends with it')
    .option('--after <id>', 'begin after this event')
    .addOption(timeoutOption())
    .action(does<Flags>(events));
}

async function events(asked: Asked<Flags>): Promise<number> {
  const stream = watchEvents({
    connection: asked.connection(),
    path: pathOf(asked),
    after: asked.flags.after,
    deadline: deadlineOf(asked.flags),
    tell: ({ message }) => asked.remark(`${message} Trying again.\n`),
  });
  for await (const { data } of stream) asked.surroundings.stdout(`${data}\n`);
  return exitCodes.ok;
}

function pathOf(asked: Asked<Flags>): string {
  const { operation, publisher } = asked.flags;
  if (operation !== undefined)
    return `${offerPath(asked.offer())}/operations/${encodeURIComponent(operation)}/events`;
  if (asked.words.length === 0)
    return `/api/events${publisher === undefined ? '' : `?publisher=${publisherNamed(publisher)}`}`;
  const { publisherId, offerId } = asked.offer();
  return `/api/events?${new URLSearchParams({ publisher: publisherId, offer: offerId }).toString()}`;
}
