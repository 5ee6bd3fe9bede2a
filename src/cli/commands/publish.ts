import { Command } from 'commander';
import { type ApiAnswer, callApi, errorOf, isRecord, offerPath } from '../api';
import { type ConnectionFlags, connectionOf } from '../connection';
import { exitCodeOf, exitCodes } from '../exit-codes';
import { CliFailure } from '../failure';
import { follow } from '../follow';
import { nameOf, offerArgument, offerArgumentHelp, offerOf } from '../offer-argument';
import { paintFor } from '../paint';
import { statusText } from '../status-text';
import type { Surroundings } from '../surroundings';
import { type WaitFlags, deadlineOf, timeoutOption } from '../timeout';

type Flags = ConnectionFlags &
  WaitFlags & { readonly json?: boolean; readonly wait?: boolean; readonly email?: readonly string[] };

export function publishCommand(surroundings: Surroundings, end: (exitCode: number) => void): Command {
  return new Command('publish')
    .description('Publish the draft: validate, certify, replicate, package, then wait for your sign-off.')
    .argument(offerArgument, offerArgumentHelp)
    .option('--email <address...>', 'who gets the notices of this publication')
    .option('--wait', 'wait until it asks for your sign-off, or ends')
    .option('--json', 'one JSON object on stdout and nothing else')
    .addOption(timeoutOption())
    .action(async (words: string[], _flags: unknown, command: Command) => {
      end(await publish(surroundings, words, command.optsWithGlobals<Flags>()));
    });
}

async function publish(surroundings: Surroundings, words: readonly string[], flags: Flags): Promise<number> {
  const offer = offerOf(words, surroundings);
  const connection = connectionOf(flags, surroundings);
  const { email = [] } = flags;
  const body = email.length === 0 ? {} : { metadata: { 'notification-emails': email.join(',') } };
  const answer = await callApi(connection, { method: 'POST', path: `${offerPath(offer)}/publish`, body });
  const quiet = flags.json === true;
  const say = (text: string): void => (quiet ? undefined : surroundings.stdout(text));
  if (answer.status === 422 && quiet) {
    surroundings.stdout(`${JSON.stringify({ offer: nameOf(offer), ...(answer.body as object) })}\n`);
    return exitCodes.validation;
  }
  if (answer.status !== 202 || !isRecord(answer.body)) throw refusal(answer, nameOf(offer));
  const publicationId = String(answer.body['publicationId']);
  const word =
    answer.body['state'] === 'alreadyRunning' ? 'is already being published' : 'is being published';
  say(`${nameOf(offer)} ${word} (publication ${publicationId}).\n`);
  if (flags.wait !== true) {
    if (quiet) surroundings.stdout(`${JSON.stringify({ offer: nameOf(offer), ...answer.body })}\n`);
    else say(`Follow it: offer status ${nameOf(offer)} --watch\n`);
    return exitCodes.ok;
  }
  const deadline = deadlineOf(flags);
  const waited = await follow({ connection, offer, publicationId, deadline, until: 'signOff' }, say);
  if (quiet) surroundings.stdout(`${JSON.stringify({ offer: nameOf(offer), ...answer.body, ...waited })}\n`);
  if (waited === undefined) return exitCodes.ok;
  say(`\n${statusText(waited, paintFor(surroundings), new Date())}`);
  return exitCodeOf(waited.status);
}

function refusal({ status, body }: ApiAnswer, name: string): CliFailure {
  const { message, details } = errorOf(body);
  switch (status) {
    case 422:
      return new CliFailure(exitCodes.validation, [message, ...details.map(detailLine)].join('\n'));
    case 409:
      return new CliFailure(exitCodes.refused, message);
    default:
      return new CliFailure(exitCodes.usage, `${name}: ${message}`);
  }
}

/** One finding of a refused publish: where, what, and what to do. */
function detailLine(detail: unknown): string {
  if (!isRecord(detail)) return '';
  const { message, fix, ruleId, target } = detail;
  const pointer = isRecord(target) && typeof target['pointer'] === 'string' ? ` at ${target['pointer']}` : '';
  return [
    `  ! ${String(message)} [${String(ruleId)}]${pointer}`,
    ...(typeof fix === 'string' && fix !== '' ? [`    Fix: ${fix}`] : []),
  ].join('\n');
}
