import { randomUUID } from 'node:crypto';
import { type Command, Option } from 'commander';
import { offerPath } from '../api/call';
import { isRecord } from '../api/read-error';
import { longestNotes } from '../../domain/publication/certification-notes';
import type { OfferKey } from '../../domain/offer/ids';
import { terminalText } from '../../domain/text/terminal/terminal';
import type { Asked } from '../asked';
import { newCommand, requestIdOption } from '../new-command';
import { nameOf, offerArgument, offerArgumentHelp } from '../offer-argument';
import type { Does } from '../does';
import { patienceOf } from '../patience';
import { notifyCommand } from '../output/status-text';
import { readPublication, standingOf } from '../publication';
import { watch } from '../watch/watch';
import type { Until } from '../watch/watch-publication';
import { isWaiting, type WaitFlags, withWaiting } from '../wait-flags';
import { exitCodes } from '../exit-codes';

type Flags = WaitFlags & {
  readonly email?: readonly string[];
  readonly notes?: string;
  readonly until: Until;
  readonly requestId?: string;
};

const facts = {
  name: 'publish',
  does: 'Publish the draft: validate, certify, replicate, package, then wait for your sign-off.',
  examples: [
    ['offer publish contoso/linux-vm --email you@example.com', 'starts, and says how to follow it'],
    ['offer publish contoso/linux-vm --wait --timeout 7200', 'for pipelines: ends with 0 at the preview'],
    ['offer publish contoso/linux-vm --watch --until live --json', 'a line of JSON for every change'],
  ],
} as const;

export function publishCommand(does: Does): Command {
  const command = newCommand(facts)
    .argument(offerArgument, offerArgumentHelp)
    .option('--email <address...>', 'who gets the notices of this publication')
    .option('--notes <text>', `what reviewers should know, at most ${longestNotes} characters`);
  return withWaiting(command, 'until it asks for your sign-off, or ends')
    .addOption(
      new Option('--until <when>', 'what to wait for').choices(['preview', 'live']).default('preview'),
    )
    .addOption(requestIdOption())
    .action(does<Flags>(publish));
}

async function publish(asked: Asked<Flags>): Promise<number> {
  const { flags, language } = asked;
  const { email = [], notes, requestId = randomUUID() } = flags;
  const offer = asked.offer();
  const { body } = await asked.send({
    method: 'POST',
    path: `${offerPath(offer)}/publish`,
    body: {
      requestId,
      metadata: {
        ...(email.length === 0 ? {} : { 'notification-emails': email.join(',') }),
        ...(notes === undefined ? {} : { 'certification-notes': notes }),
      },
    },
    key: requestId,
    ...patienceOf(asked),
  });
  const accepted = isRecord(body) ? body : {};
  const publicationId = String(accepted['publicationId']);
  const isRunning = accepted['state'] === 'alreadyRunning';
  const word = isRunning ? 'alreadyRunning' : 'started';
  asked.say(`${terminalText(word, language, { offer: nameOf(offer), publicationId })}\n`);
  if (flags.json !== true) {
    const known = isRunning ? await addressesOf(asked, offer, publicationId) : [];
    asked.say(addressText(asked, offer, known));
  }
  const also = { offer: nameOf(offer), ...accepted };
  if (isWaiting(flags)) return watch(asked, { offer, publicationId, until: flags.until, also });
  const command = `offer status ${nameOf(offer)} --watch`;
  const follow = `${terminalText('follow', language, { command })}\n`;
  asked.answer({ ...also, ...standingOf(undefined, language), label: null }, follow);
  return exitCodes.ok;
}

/** Of a publication that runs already. */
async function addressesOf(asked: Asked, offer: OfferKey, publicationId: string): Promise<readonly string[]> {
  const running = await asked.reading(() => readPublication(asked.connection(), offer, publicationId));
  return running?.status.notificationEmails ?? [];
}

/** Nothing when notices go where they were asked to go. */
function addressText(
  { flags: { email: given = [] }, language }: Asked<Flags>,
  offer: OfferKey,
  known: readonly string[],
): string {
  const command = notifyCommand(nameOf(offer));
  if (known.length > 0 && given.some((address) => !known.includes(address)))
    return `${terminalText('noticesGoTo', language, { addresses: known.join(', '), command })}\n`;
  return known.length > 0 || given.length > 0
    ? ''
    : `${terminalText('needsAddress', language, { command })}\n`;
}
