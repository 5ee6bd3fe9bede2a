import type { PublicationStatus } from '../publication/status';
import type { MailEvent } from './mail-event';

/**
 * True once the status tells what the mail is about. Mails and the log go beside the story, so the log can be a
 * moment behind; a mail written then would lack its findings or links.
 */
export function isTold(event: MailEvent, step: string, status: PublicationStatus): boolean {
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
      return true;
  }
}
