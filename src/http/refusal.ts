import type { ClientAnswer } from '../client';
import type { CommandName } from '../domain/publication/commands';
import { currentStepOf } from '../domain/publication/current-step';
import type { PublicationStatus } from '../domain/publication/status';
import { statusLabel, stepName, stepStatusLabel } from '../domain/text/labels';
import type { Language, Message } from '../domain/text/language';
import { messageText } from '../domain/text/publication';
import type { ErrorCode } from './errors';

type Refused = Extract<ClientAnswer, { kind: 'refused' | 'noPublication' }>;
type Circumstances = {
  readonly kind: CommandName;
  readonly status: PublicationStatus | undefined;
  readonly language: Language;
};

/** Why a message was refused, naming the phase it needs and the phase the publication is in. */
export function refusalOf(
  answer: Refused,
  { kind, status, language }: Circumstances,
): { readonly code: ErrorCode; readonly message: string } {
  const reason = messageText(refusalMessage(answer, kind, status), language);
  return {
    code: answer.kind === 'refused' ? answer.code : 'noPublication',
    message: `${reason} ${phaseText(status, language)}`.trim(),
  };
}

/** The answer's own words; with no open run, the same words the run would have used. */
export function refusalMessage(
  answer: Refused,
  name: Circumstances['kind'],
  status: PublicationStatus | undefined,
): Message {
  if (answer.kind === 'refused') return answer.message;
  const expected = neededStates[name];
  return {
    code: 'message.wrongState',
    params: { name, expected, current: status === undefined ? 'neverPublished' : status.status },
  };
}

const neededStates: Readonly<Record<CommandName, string>> = {
  goLive: 'waitingForPublisherReview',
  withdrawGoLive: 'waitingForPublisherReview',
  cancel: 'waitingForPublisherReview',
  reviewDecision: 'waitingForApproval',
  notificationEmails: 'running',
};

function phaseText(status: PublicationStatus | undefined, language: Language): string {
  if (status === undefined) return `[${statusLabel('neverPublished', language)}]`;
  // An ended publication's steps may stand at the start again, which is no phase it is in.
  const current = status.endedAt === null ? currentStepOf(status) : undefined;
  const step = status.steps.find(({ id }) => id === current);
  const at =
    step === undefined ? '' : `: ${stepName(step.id, language)} - ${stepStatusLabel(step.status, language)}`;
  return `[${statusLabel(status, language)}${at}]`;
}
