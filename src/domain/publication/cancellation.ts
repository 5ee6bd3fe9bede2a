import type { Message } from '../text/language';
import type { RefusalMessageCode } from './refusal-codes';
import type { CancellationRequestState, PublicationStatus } from './status';

/** Whether the publisher may cancel now, true in every state. */
export function cancellationStateOf(status: PublicationStatus): CancellationRequestState {
  if (status.endedAt !== null) return status.outcome === 'canceled' ? 'canceled' : 'cannotCancel';
  if (status.cancellation === 'cancelRequested') return 'cancelRequested';
  return whyNotCancel(status) === undefined ? 'canCancel' : 'cannotCancel';
}

/** Why the publisher's cancel is refused in this state; `undefined` when it is allowed. */
export function whyNotCancel(status: PublicationStatus): WhyNot | undefined {
  if (status.endedAt !== null) return tooLate;
  switch (status.pipeline?.cancelPolicy ?? 'atSignOff') {
    case 'never':
      return { code: 'cancel.never', params: {} };
    case 'untilLive':
      return isGoingLive(status) || isRejected(status) ? tooLate : undefined;
    case 'atSignOff':
      if (status.goLive.approved) return tooLate;
      return status.status === 'waitingForPublisherReview'
        ? undefined
        : { code: 'cancel.notBeforeSignOff', params: {} };
  }
}

type WhyNot = Message & { readonly code: RefusalMessageCode };

const tooLate: WhyNot = { code: 'cancel.notAfterGoLive', params: {} };

/** It ends so, although its preview may still be withdrawn. A blocked step ends it in the same turn. */
const isRejected = ({ steps }: PublicationStatus): boolean =>
  steps.some(({ status }) => status === 'rejected');

/** Past the point of no return: an offer that may already be in production must not be called canceled. */
function isGoingLive({ pipeline, steps }: PublicationStatus): boolean {
  const last = pipeline?.steps.find(({ stages }) => stages.includes('goLive'));
  return steps.some(({ id, status }) => id === last?.id && status !== 'notStarted');
}
