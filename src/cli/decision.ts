import { randomUUID } from 'node:crypto';
import { offerTypeIds } from '../domain/offer/document';
import type { CommandName } from '../domain/publication/commands';
import { termsOf } from '../domain/publication/terms';
import { commandText } from '../domain/text/command-names';
import type { Language } from '../domain/text/language';
import { timeText } from '../domain/text/quantity';
import { terminalText } from '../domain/text/terminal/terminal';
import { offerPath } from './api/call';
import { isRecord } from './api/read-error';
import type { Asked } from './asked';
import { exitCodes } from './exit-codes';
import { nameOf } from './offer-argument';
import { patienceOf } from './patience';
import { standingOf } from './publication';
import { watch } from './watch/watch';
import { isWaiting, type WaitFlags } from './wait-flags';

export type DecisionFlags = WaitFlags & { readonly requestId?: string };

type Decision = {
  readonly words?: readonly string[];
  readonly verb: 'golive' | 'withdraw-golive' | 'cancel' | 'review' | 'notification-emails';
  readonly body: Readonly<Record<string, unknown>>;
  /** From when on a go-live counts; ISO. */
  readonly at?: string;
  /** How to take it back, as the name of a command. */
  readonly undo?: string;
};

/** Sends a decision, says what the publication answered and, if asked to, waits for its end. Returns the exit code. */
export async function decide(
  asked: Asked<DecisionFlags>,
  { words, verb, body, at, undo }: Decision,
): Promise<number> {
  const { flags, language } = asked;
  const offer = asked.offer(words);
  const requestId = flags.requestId ?? randomUUID();
  const answer = await asked.send({
    method: 'POST',
    path: `${offerPath(offer)}/${verb}`,
    body: { ...body, requestId },
    key: requestId,
    ...patienceOf(asked),
  });
  const accepted = isRecord(answer.body) ? answer.body : {};
  const isPending = accepted['state'] === 'pending';
  const taken = isPending ? (accepted['why'] === 'runFails' ? 'runFails' : 'noAnswer') : 'accepted';
  const name = names[verb];
  const done = requestText({ name, at, offerType: accepted['offerTypeId'] }, language);
  const told = `${terminalText(taken, language, { done, offer: nameOf(offer) })}\n`;
  const command = `offer ${undo} ${nameOf(offer)}`;
  const back = undo === undefined ? '' : `${terminalText('takeBack', language, { command })}\n`;
  const also = { offer: nameOf(offer), ...accepted };
  if (!isWaiting(flags)) {
    asked.answer({ ...also, ...standingOf(undefined, language), label: null }, `${told}${back}`);
    return exitCodes.ok;
  }
  asked.say(`${told}${back}`);
  const sent = { name, requestId: String(accepted['operationId']) };
  // A start from elsewhere may not say which publication it is before a worker has begun it.
  const { publicationId } = accepted;
  const attempt = typeof publicationId === 'string' && publicationId !== '' ? { publicationId } : {};
  return watch(asked, { offer, ...attempt, until: 'live', also, sent });
}

type Request = { readonly name: CommandName; readonly at: string | undefined; readonly offerType: unknown };

/** What was asked for, in the words of the offer's type. */
function requestText({ name, at, offerType }: Request, language: Language): string {
  const isStaged = termsOf(offerTypeIds.find((known) => known === offerType)) === 'staging';
  if (at === undefined) return commandText(name, language, isStaged);
  return terminalText(isStaged ? 'approvalFor' : 'signOffFor', language, { time: timeText(at, language) });
}

const names: Readonly<Record<Decision['verb'], CommandName>> = {
  golive: 'goLive',
  'withdraw-golive': 'withdrawGoLive',
  cancel: 'cancel',
  review: 'reviewDecision',
  'notification-emails': 'notificationEmails',
};
