import type { PublicationStatus } from '../../publication/status';
import type { MailEvent } from './mail-event';
import { votesTold } from './votes-told';

/** The mail's number counts those of its kind, from 1. */
type MailKey = { readonly event: MailEvent; readonly number: number };

/**
 * True once the status tells what the mail is about. Mails and the log go beside the story, so the log can be a
 * moment behind; a mail written then would lack its findings or links.
 */
export function isTold(
  { event, number, step }: MailKey & { readonly step: string },
  status: PublicationStatus,
): boolean {
  switch (event) {
    case 'validationFailed':
    case 'certificationFailed':
    case 'stepFailed':
    case 'ownFailure':
      return (
        status.endedAt !== null || status.steps.some(({ id, status: is }) => id === step && is === 'blocked')
      );
    case 'previewReady':
      return status.endedAt !== null || status.previewLinks.length > 0;
    case 'goLiveVoted':
      return status.endedAt !== null || hasSaid(status, 'goLive.voted', number);
    case 'goLiveScheduled':
      return status.endedAt !== null || hasSaid(status, 'goLive.scheduled', number);
    case 'goLiveWithdrawn':
      return status.endedAt !== null || hasSaid(status, 'goLive.withdrawn', number);
    case 'goLiveApproved':
      return status.endedAt !== null || status.goLive.approved;
    case 'live':
      return status.liveLinks.length > 0;
    case 'canceled':
      return status.endedAt !== null;
    case 'reviewApproved':
    case 'findingsApproved':
      return status.review?.decision === 'approve';
    case 'changesRequested':
      return status.review?.decision === 'requestChanges';
    case 'reviewStarted':
      return status.workItem !== undefined;
    case 'findingsInReview':
      return status.endedAt !== null || status.workItem !== undefined;
    case 'startRefused':
    case 'reviewReminder':
    case 'reviewEscalation':
    case 'boardAway':
    case 'signOffReminder':
    case 'addressMissing':
    case 'overdue':
    case 'stuckRun':
      return true;
  }
}

/**
 * False once what a mail asks of its readers is over, because something came between it and them: a date that was
 * withdrawn, a vote that was the last one missing. The mail about what came instead has gone out already or follows.
 */
export function isStillSo(event: MailEvent, { goLive, endedAt, steps }: PublicationStatus): boolean {
  const own = votesTold[event];
  if (own === undefined) return true;
  if (endedAt !== null || goLive.approved) return false;
  const newest = steps
    .flatMap(({ messages }) => messages)
    .findLast(({ message }) => Object.values(votesTold).includes(message.code))?.message.code;
  return own === 'goLive.withdrawn' || newest === undefined || newest === own;
}

/** So often, or more often than the step keeps messages. */
const hasSaid = ({ steps }: PublicationStatus, code: string, times: number): boolean =>
  steps.some(
    ({ messages, messageCount }) =>
      messages.filter(({ message }) => message.code === code).length >= times ||
      messageCount > messages.length,
  );
