import { ApplicationFailure, setDefaultSignalHandler, setHandler } from '@temporalio/workflow';
import type { CommandName } from '../domain/publication/commands';
import { messageText } from '../domain/text/publication/publication';
import { messages, statusQuery } from './messages';
import type { PublicationRun } from './run';

/**
 * Wires every message before the story's first await. Signals never throw; updates are refused by their validator
 * with the same words. The catch-all comes last: on registration it drains the whole buffer, so earlier it would
 * swallow messages that have a handler.
 */
export function openInbox(run: PublicationRun): void {
  setHandler(statusQuery, () => run.status, { description: 'The status document of this publication.' });
  for (const { name, signal, update, description } of messages) {
    setHandler(signal, (raw) => void run.receive(name, raw), { description });
    setHandler(update, (raw) => run.receive(name, raw), {
      description,
      validator: (raw) => refuseEarly(run, name, raw),
    });
  }
  setDefaultSignalHandler((name) => {
    run.say('message.unknown', { name }, 'warning');
    run.record();
  });
}

/** A refused update leaves no event in the history; its failure's type is the code, its message the words. */
function refuseEarly(run: PublicationRun, name: CommandName, raw: unknown): void {
  const { answer, facts } = run.consider(name, raw);
  // No facts: the answer is an earlier one, which the handler returns as it was.
  if (answer.kind === 'accepted' || facts.length === 0) return;
  throw ApplicationFailure.nonRetryable(messageText(answer.message, 'en'), answer.code, answer);
}
