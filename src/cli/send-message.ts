import { callApi, errorOf, isRecord, offerPath } from './api';
import { type ConnectionFlags, connectionOf } from './connection';
import { exitCodeOf, exitCodes } from './exit-codes';
import { CliFailure } from './failure';
import { follow } from './follow';
import { nameOf, offerOf } from './offer-argument';
import { paintFor } from './paint';
import type { Publication } from './publication';
import { statusText } from './status-text';
import type { Surroundings } from './surroundings';
import { type WaitFlags, deadlineOf } from './timeout';

type Sending = {
  readonly words: readonly string[];
  readonly flags: ConnectionFlags & WaitFlags & { readonly json?: boolean; readonly wait?: boolean };
  readonly verb: 'golive' | 'cancel';
  readonly body: Readonly<Record<string, string>>;
  /** What was asked for, in words. */
  readonly done: string;
};

/** Sends a decision and says what the publication answered. Returns the exit code. */
export async function sendMessage(surroundings: Surroundings, sending: Sending): Promise<number> {
  const { words, flags, verb, body, done } = sending;
  const offer = offerOf(words, surroundings);
  const connection = connectionOf(flags, surroundings);
  const answer = await callApi(connection, { method: 'POST', path: `${offerPath(offer)}/${verb}`, body });
  const quiet = flags.json === true;
  const say = (text: string): void => (quiet ? undefined : surroundings.stdout(text));
  if (answer.status !== 202 || !isRecord(answer.body))
    throw refusal(answer.status, nameOf(offer), answer.body);
  say(
    answer.body['state'] === 'pending'
      ? `${done}: accepted, not yet answered. No worker answers just now; it is not lost.\n`
      : `${done}: accepted for ${nameOf(offer)}.\n`,
  );
  const publicationId = String(answer.body['publicationId']);
  const waited =
    flags.wait === true
      ? await follow({ connection, offer, publicationId, deadline: deadlineOf(flags), until: 'end' }, say)
      : undefined;
  if (quiet) surroundings.stdout(`${JSON.stringify({ offer: nameOf(offer), ...answer.body, ...waited })}\n`);
  return waited === undefined ? exitCodes.ok : ended(waited, say, surroundings);
}

function ended(publication: Publication, say: (text: string) => void, surroundings: Surroundings): number {
  say(`\n${statusText(publication, paintFor(surroundings), new Date())}`);
  return exitCodeOf(publication.status);
}

function refusal(status: number, name: string, body: unknown): CliFailure {
  const { message } = errorOf(body);
  const exitCode = status === 409 ? exitCodes.refused : exitCodes.usage;
  return new CliFailure(exitCode, `${name}: ${message} See: offer status ${name}`);
}
