import type { Message } from '../text/language';
import type { CancellationRequestState, PublicationStatus } from './status';

/** Whether the publisher may cancel now, true in every state. */
export function cancellationStateOf(status: PublicationStatus): CancellationRequestState {
  if (status.endedAt !== null) return status.outcome === 'canceled' ? 'canceled' : 'cannotCancel';
  if (status.cancellation === 'cancelRequested') return 'cancelRequested';
  return whyNotCancel(status) === undefined ? 'canCancel' : 'cannotCancel';
}

/** Why the publisher's cancel is refused in this state; `undefined` when it is allowed. */
export function whyNotCancel(status: PublicationStatus): Message | undefined {
  if (status.endedAt !== null || status.goLive.approved) return { code: 'cancel.notAfterGoLive', params: {} };
  switch (status.pipeline?.cancelPolicy ?? 'atSignOff') {
    case 'never':
      return { code: 'cancel.never', params: {} };
    case 'untilLive':
      return undefined;
    case 'atSignOff':
      return status.status === 'waitingForPublisherReview'
        ? undefined
        : { code: 'cancel.notBeforeSignOff', params: {} };
  }
}
