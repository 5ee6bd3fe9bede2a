import type { Message } from '../text/language';
import { acceptedCodes } from './accepted-codes';
import { type CommandName, commandNames } from './commands';
import { refusalCodeOf } from './refusal-codes';
import type { PublicationStatus } from './status';

/** What a publication has said to one request, read from what it tells on its steps. */
export type ToldAnswer = {
  readonly kind: 'accepted' | 'refused';
  readonly name: CommandName;
  readonly requestId: string;
  readonly message: Message;
};

/** Undefined for what answers nothing, and for refusals of runs that did not say yet what they refuse. */
export function toldAnswer(message: Message): ToldAnswer | undefined {
  const { code, params } = message;
  const { requestId, name } = params;
  if (typeof requestId !== 'string') return undefined;
  const accepted = commandNames.find((each) => acceptedCodes[each].some((known) => known === code));
  if (accepted !== undefined) return { kind: 'accepted', name: accepted, requestId, message };
  const refused = refusalCodeOf(code) === undefined ? undefined : commandNames.find((each) => each === name);
  return refused && { kind: 'refused', name: refused, requestId, message };
}

/** The answer to a request, as far as the publication still shows it: a step shows its newest messages. The first one counts. */
export function answerTo(
  { steps }: Pick<PublicationStatus, 'steps'>,
  asked: Pick<ToldAnswer, 'name' | 'requestId'>,
): ToldAnswer | undefined {
  const told = steps
    .flatMap(({ messages }) => messages.map(({ message }) => toldAnswer(message)))
    .filter((each) => each?.name === asked.name && each.requestId === asked.requestId);
  return told.find((each) => each?.kind === 'accepted') ?? told[0];
}
