import { evolve } from '../../../src/domain/publication/evolve';
import type { PublicationEvent } from '../../../src/domain/publication/events';
import type { StageName } from '../../../src/domain/publication/pipeline';
import type { PublicationStatus } from '../../../src/domain/publication/status';
import type { MailEvent } from '../../../src/domain/text/mails/mail-event';

/** `number` counts those of its event from 1; `emails` are the publisher's at that moment. */
export type DueMail = {
  readonly event: MailEvent;
  readonly number: number;
  readonly emails: readonly string[];
  /** What it asks of its readers was over soon, maybe before it was written: it may have been sent or not. */
  readonly isOvertaken: boolean;
};

/** Reminders are told in the log, each as a message. */
const reminders: Readonly<Record<string, MailEvent>> = {
  'signOff.reminded': 'signOffReminder',
  'address.reminded': 'addressMissing',
  'review.reminded': 'reviewReminder',
};

/** The mails that a publication's log calls for, in its order. */
export function dueMails(events: readonly PublicationEvent[]): readonly DueMail[] {
  const due: Due[] = [];
  let status: PublicationStatus | undefined;
  let escalationMs = Infinity;
  for (const [index, event] of events.entries()) {
    const send = (mail: MailEvent, { notificationEmails: emails }: PublicationStatus): void => {
      const number = due.filter((other) => other.event === mail).length + 1;
      due.push({ event: mail, number, emails, index });
    };
    status = evolve(status, event);
    // A second's grace: at the very moment of a decision either can be first.
    if (Date.parse(event.at) > escalationMs + 1000) {
      send('reviewEscalation', status);
      escalationMs = Infinity;
    }
    if (event.kind === 'reviewOpened')
      escalationMs = Date.parse(event.at) + (status.pipeline?.review?.escalationAfterMs ?? Infinity);
    if (event.kind === 'reviewDecided') escalationMs = Infinity;
    const about = mailAbout(event, status, events[index + 1]);
    if (about !== undefined) send(about, status);
  }
  return due.map(({ index, ...mail }) => {
    const isOvertaken = isOver(
      mail.event,
      events.slice(index + 1),
      due.filter((other) => other.index > index),
    );
    return { ...mail, isOvertaken };
  });
}

/** `index`: of the event it is about. */
type Due = Omit<DueMail, 'isOvertaken'> & { readonly index: number };

const mailsOfVotes: readonly MailEvent[] = ['goLiveVoted', 'goLiveScheduled', 'goLiveWithdrawn'];

/** A vote and a date are over with the next mail about something else of that kind; all three with the go-live or the end. */
function isOver(event: MailEvent, later: readonly PublicationEvent[], dueLater: readonly Due[]): boolean {
  if (!mailsOfVotes.includes(event)) return false;
  if (later.some(({ kind }) => kind === 'goLiveApproved' || kind === 'ended' || kind === 'gaveUp'))
    return true;
  const isReplaced = dueLater.some((other) => other.event !== event && mailsOfVotes.includes(other.event));
  return event !== 'goLiveWithdrawn' && isReplaced;
}

function mailAbout(
  event: PublicationEvent,
  status: PublicationStatus,
  next: PublicationEvent | undefined,
): MailEvent | undefined {
  switch (event.kind) {
    case 'stepChanged':
      return event.status === 'blocked' ? aboutFindings(event.step, status) : undefined;
    case 'messageAdded':
      return reminders[event.message.code];
    case 'previewOpened':
      return 'previewReady';
    case 'goLiveVoted':
      // A date that comes later is another turn.
      return next?.kind === 'goLiveApproved' && next.at === event.at ? undefined : aboutVote(status);
    case 'goLiveWithdrawn':
      return 'goLiveWithdrawn';
    case 'goLiveApproved':
      // Where reviewers come next, their approval is what sends it to production.
      return isReviewedAfterSignOff(status) ? undefined : 'goLiveApproved';
    case 'reviewOpened':
      return does(status, event.step, 'review') ? 'reviewStarted' : 'findingsInReview';
    case 'reviewDecided':
      if (event.decision === 'requestChanges') return 'changesRequested';
      return does(status, event.step, 'review') ? 'reviewApproved' : 'findingsApproved';
    case 'ended':
      return event.outcome === 'live' || event.outcome === 'canceled' ? event.outcome : undefined;
    case 'started':
    case 'opened':
    case 'findingsReported':
    case 'emailsProvided':
    case 'cancelRequested':
    case 'wentLive':
    case 'gaveUp':
      return undefined;
  }
}

function aboutFindings(step: string, status: PublicationStatus): MailEvent {
  const rules = status.steps.find(({ id }) => id === step)?.findings.map(({ ruleId }) => ruleId) ?? [];
  if (rules.includes('publication.own-fault')) return 'ownFailure';
  if (rules.includes('publication.dependency-failed')) return 'stepFailed';
  if (status.pipeline === null) return 'startRefused';
  if (does(status, step, 'validate')) return 'validationFailed';
  return does(status, step, 'certify') ? 'certificationFailed' : 'stepFailed';
}

const aboutVote = ({ goLive, pipeline }: PublicationStatus): MailEvent =>
  goLive.votes.length < (pipeline?.votes ?? 1) ? 'goLiveVoted' : 'goLiveScheduled';

function isReviewedAfterSignOff({ pipeline }: PublicationStatus): boolean {
  const steps = pipeline?.steps ?? [];
  const signOff = steps.findIndex(({ stages }) => stages.includes('signOff'));
  return steps.slice(signOff + 1).some(({ stages }) => stages.includes('review'));
}

const does = ({ pipeline }: PublicationStatus, step: string, stage: StageName): boolean =>
  pipeline?.steps.some(({ id, stages }) => id === step && stages.includes(stage)) ?? false;
