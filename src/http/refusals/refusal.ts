import type { ClientAnswer } from '../../client';
import type { CommandName } from '../../domain/publication/commands';
import { currentStepOf } from '../../domain/publication/current-step';
import type { PublicationStatus } from '../../domain/publication/status';
import { inTermsOf } from '../../domain/publication/terms';
import { stepName, stepStatusLabel } from '../../domain/text/labels';
import type { Language, Message } from '../../domain/text/language';
import { messageText } from '../../domain/text/publication/publication';
import type { OfferRecord } from '../../services/ports';
import type { ErrorCode } from './errors';

type Refused = Extract<ClientAnswer, { kind: 'refused' | 'noPublication' }>;
/** Of the offer that the message was for; its newest publication, if it has one. */
type About = {
  readonly offer: Pick<OfferRecord, 'offerType'>;
  readonly status: PublicationStatus | undefined;
};
type Circumstances = About & { readonly kind: CommandName; readonly language: Language };

/** Why a message was refused; unless it is wrong in every phase, with the phase it needs and the one there is. */
export function refusalOf(
  answer: Refused,
  { kind, language, ...about }: Circumstances,
): { readonly code: ErrorCode; readonly message: string } {
  const reason = messageText(refusalMessage(answer, kind, about), language);
  const code = answer.kind === 'refused' ? answer.code : answer.kind;
  return code === 'malformed'
    ? { code: 'BadRequest', message: reason }
    : { code, message: `${reason}${stepText(about.status, reason, language)}` };
}

/** The answer's own words; with no open run, the same words the run would have used. In the terms of the offer's type. */
export function refusalMessage(answer: Refused, name: CommandName, { offer, status }: About): Message {
  if (answer.kind === 'refused') return inTermsOf(offer, answer.message);
  const expected = neededStates[name];
  const current = status === undefined ? 'neverPublished' : status.status;
  return inTermsOf(offer, { code: 'message.wrongState', params: { name, expected, current } });
}

const neededStates: Readonly<Record<CommandName, string>> = {
  goLive: 'waitingForPublisherReview',
  withdrawGoLive: 'waitingForPublisherReview',
  cancel: 'waitingForPublisherReview',
  reviewDecision: 'waitingForApproval',
  notificationEmails: 'running',
};

/** The step it is in, unless the reason has named it. */
function stepText(status: PublicationStatus | undefined, reason: string, language: Language): string {
  // An ended publication's steps may stand at the start again, which is no phase it is in.
  const current = status?.endedAt === null ? currentStepOf(status) : undefined;
  const step = status?.steps.find(({ id }) => id === current);
  if (step === undefined) return '';
  const text = `${stepName(step.id, language)} - ${stepStatusLabel(step.status, language)}`;
  return reason.includes(text) ? '' : ` [${text}]`;
}
