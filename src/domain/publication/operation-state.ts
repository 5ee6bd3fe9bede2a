import type { PublicationStatus } from './status';

export type OperationKind =
  'publish' | 'goLive' | 'cancel' | 'withdrawGoLive' | 'reviewDecision' | 'notificationEmails';
export type OperationState = 'running' | 'succeeded' | 'failed' | 'canceled';

/** What became of an accepted request, told by the publication it was about. */
export function operationStateOf(kind: OperationKind, status: PublicationStatus): OperationState {
  const ended = status.endedAt !== null;
  switch (kind) {
    case 'publish':
      if (!ended) return 'running';
      return status.outcome === 'live' ? 'succeeded' : withoutGoingLive(status);
    case 'goLive':
      if (status.outcome === 'live' || status.liveLinks.length > 0) return 'succeeded';
      return ended ? withoutGoingLive(status) : 'running';
    case 'cancel':
      if (!ended) return 'running';
      return status.outcome === 'canceled' ? 'succeeded' : 'failed';
    case 'withdrawGoLive':
    case 'reviewDecision':
    case 'notificationEmails':
      return 'succeeded';
  }
}

function withoutGoingLive({ outcome }: PublicationStatus): OperationState {
  return outcome === 'canceled' ? 'canceled' : 'failed';
}
