import { patched } from '@temporalio/workflow';
import type { PublicationFact } from '../domain/publication/events';
import type { PublicationStatus } from '../domain/publication/status';
import type { MailEvent } from '../domain/text/mails/mail-event';
import { currentStepOf } from '../domain/publication/current-step';
import type { Mailbox } from './mailbox';

/** A vote that does not decide yet, a date, and that both were taken back: others have to hear of it. */
export function mailVotes(
  mailbox: Mailbox,
  status: PublicationStatus,
  facts: readonly PublicationFact[],
): void {
  const event = aboutVotes(status, facts);
  if (event !== undefined && patched('votes-mailed')) mailbox.send(event, currentStepOf(status));
}

function aboutVotes(
  { goLive, pipeline }: PublicationStatus,
  facts: readonly PublicationFact[],
): MailEvent | undefined {
  if (facts.some(({ kind }) => kind === 'goLiveWithdrawn')) return 'goLiveWithdrawn';
  if (goLive.approved || !facts.some(({ kind }) => kind === 'goLiveVoted')) return undefined;
  return goLive.votes.length < (pipeline?.votes ?? 1) ? 'goLiveVoted' : 'goLiveScheduled';
}
