import type { Message } from '../text/language';
import { type Answer, accepted, refused } from './answers';
import { whyNotCancel } from './cancellation';
import type { Command, ReviewComment } from './commands';
import { currentStepOf } from './current-step';
import type { PublicationFact } from './events';
import { mustLeaveToOthers, underKnownName } from './four-eyes';
import type { RefusalMessageCode } from './refusal-codes';
import type { Level, PublicationStatus } from './status';
import { inTermsOf } from './terms';

export type Decision = { readonly answer: Answer; readonly facts: readonly PublicationFact[] };

/**
 * The publication's one decision table: what a well-formed message does in this state. Pure, so every
 * interleaving can be tested without a server. `now` is an ISO time from the workflow's clock.
 */
export function decide(status: PublicationStatus, command: Command, now: string): Decision {
  return decideByName(status, underKnownName(status, command), now);
}

/** As runs of earlier releases do for ever: one person by two names is two. */
export function decideByName(status: PublicationStatus, command: Command, now: string): Decision {
  const { answer, facts } = decided(status, command, now);
  return {
    answer: { ...answer, message: inTermsOf(status, answer.message) },
    facts: facts.map((fact) =>
      fact.kind === 'messageAdded'
        ? { ...fact, message: inTermsOf(status, naming(command, answer, fact.message)) }
        : fact,
    ),
  };
}

/** Whoever missed that it was refused finds the refusal by what it refuses. What is accepted names its request anyway. */
function naming({ name, requestId }: Command, { kind }: Answer, message: Message): Message {
  return kind === 'refused' ? { ...message, params: { ...message.params, name, requestId } } : message;
}

function decided(status: PublicationStatus, command: Command, now: string): Decision {
  if (command.publicationId !== undefined && command.publicationId !== status.publicationId) {
    const { name, publicationId } = command;
    return refuse(status, 'message.otherPublication', { name, publicationId });
  }
  if (status.endedAt !== null) return ended(status, command);
  if (status.cancellation === 'cancelRequested' && command.name !== 'notificationEmails') {
    return canceling(status, command);
  }
  switch (command.name) {
    case 'goLive':
      return goLive(status, command, now);
    case 'withdrawGoLive':
      return withdraw(status, command);
    case 'cancel':
      return cancel(status, command);
    case 'reviewDecision':
      return review(status, command);
    case 'notificationEmails':
      return provideEmails(status, command);
  }
}

type Named<Name extends Command['name']> = Extract<Command, { name: Name }>;

function goLive(status: PublicationStatus, command: Named<'goLive'>, now: string): Decision {
  const { actor, requestId } = command;
  if (status.goLive.approved) return alreadyDecided(status, command);
  if (!waitsForSignOff(status)) return wrongState(status, command, 'waitingForPublisherReview');
  if (mustLeaveToOthers(status, command.name).includes(actor))
    return wrongState(status, command, 'anotherPublisher');
  const hasVoted = status.goLive.votes.includes(actor);
  const votes = status.goLive.votes.length + 1;
  const needed = status.pipeline?.votes ?? 1;
  if (votes > needed) return alreadyScheduled(status);
  if (hasVoted) return refuse(status, 'message.alreadyVoted', { actor });
  const notBefore = status.goLive.notBefore ?? command.notBefore;
  const vote: PublicationFact = {
    kind: 'goLiveVoted',
    actor,
    ...(notBefore === undefined ? {} : { notBefore }),
  };
  if (votes < needed) {
    return accept(status, accepted('goLive.voted', { actor, requestId, votes, needed }), [vote]);
  }
  if (notBefore !== undefined && notBefore > now) {
    return accept(status, accepted('goLive.scheduled', { actor, requestId, notBefore }), [vote]);
  }
  return accept(status, accepted('goLive.accepted', { actor, requestId }), [
    vote,
    { kind: 'goLiveApproved' },
  ]);
}

function withdraw(status: PublicationStatus, command: Named<'withdrawGoLive'>): Decision {
  if (status.goLive.approved) return alreadyDecided(status, command);
  if (status.goLive.votes.length === 0) return wrongState(status, command, 'goLiveScheduled');
  const { actor, requestId } = command;
  return accept(status, accepted('goLive.withdrawn', { actor, requestId }), [
    { kind: 'goLiveWithdrawn', actor },
  ]);
}

function cancel(status: PublicationStatus, command: Named<'cancel'>): Decision {
  const reasonAgainst = whyNotCancel(status);
  if (reasonAgainst !== undefined) return refuse(status, reasonAgainst.code, reasonAgainst.params);
  const { actor, requestId, reason } = command;
  return accept(status, accepted('cancel.accepted', { actor, requestId, reason: reason ?? '' }), [
    { kind: 'cancelRequested', actor, ...(reason === undefined ? {} : { reason }) },
  ]);
}

function review(status: PublicationStatus, command: Named<'reviewDecision'>): Decision {
  const step = status.steps.find((each) => each.status === 'waitingForApproval');
  if (status.review?.step === (step?.id ?? currentStepOf(status))) return alreadyDecided(status, command);
  if (step === undefined) return wrongState(status, command, 'waitingForApproval');
  const { actor, requestId, decision, comments } = command;
  if (mustLeaveToOthers(status, command.name).includes(actor))
    return wrongState(status, command, 'anotherActor');
  const code = decision === 'approve' ? 'review.approved' : 'review.changesRequested';
  return accept(status, accepted(code, { actor, requestId }), [
    ...saidWith(step.id, command),
    {
      kind: 'reviewDecided',
      step: step.id,
      actor,
      decision,
      ...(comments.length === 0 ? {} : { comments }),
    },
  ]);
}

/** A step shows its newest 50 messages, and the mail tells what the step shows. */
const mostShown = 30;

/** The first comments; the others stand beside them on the Review page, and their number is told. */
function saidWith(step: string, command: Named<'reviewDecision'>): readonly PublicationFact[] {
  const { actor, requestId, comments, dropped = 0 } = command;
  const more = comments.length - mostShown;
  const shown = more > 1 ? comments.slice(0, mostShown) : comments;
  return [
    ...shown.map(({ message: text, path = '', line = 0 }: ReviewComment) =>
      told(step, { code: 'review.comment', params: { actor, requestId, text, path, line } }),
    ),
    ...(more > 1 ? [told(step, { code: 'review.moreComments', params: { count: more } })] : []),
    ...(dropped === 0
      ? []
      : [told(step, { code: 'review.commentsDropped', params: { count: dropped } }, 'warning')]),
  ];
}

function provideEmails(status: PublicationStatus, command: Named<'notificationEmails'>): Decision {
  const { actor, requestId, emails } = command;
  return accept(status, accepted('address.provided', { actor, requestId }), [
    { kind: 'emailsProvided', emails, actor },
  ]);
}

const waitsForSignOff = (status: PublicationStatus): boolean => status.status === 'waitingForPublisherReview';

function accept(status: PublicationStatus, answer: Answer, facts: readonly PublicationFact[]): Decision {
  return { answer, facts: [told(currentStepOf(status), answer.message), ...facts] };
}

function refuse(status: PublicationStatus, code: RefusalMessageCode, params: Message['params']): Decision {
  const answer = refused(code, params);
  return { answer, facts: [told(currentStepOf(status), answer.message, 'warning')] };
}

function wrongState(status: PublicationStatus, { name }: Command, expected: string): Decision {
  const step = currentStepOf(status);
  const current = status.steps.find(({ id }) => id === step)?.status ?? status.status;
  return refuse(status, 'message.wrongState', { name, expected, current: `${step}: ${current}` });
}

const alreadyDecided = (status: PublicationStatus, { name }: Command): Decision =>
  refuse(status, 'message.alreadyDecided', { name });

/** Enough have voted, and still it is not approved: the date has not come. */
const alreadyScheduled = (status: PublicationStatus): Decision =>
  refuse(status, 'message.goLiveScheduled', { notBefore: status.goLive.notBefore ?? '' });

const canceling = (status: PublicationStatus, { name }: Command): Decision =>
  refuse(status, 'message.canceling', { name });

/** The outcome, not a step: those of a canceled publication stand at the start again. */
const ended = (status: PublicationStatus, { name }: Command): Decision =>
  refuse(status, 'message.ended', { name, current: status.outcome ?? status.status });

const told = (step: string, message: Message, level: Level = 'information'): PublicationFact => ({
  kind: 'messageAdded',
  step,
  level,
  message,
});
