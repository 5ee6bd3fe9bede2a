import type { PublicationStatus } from './status';

export type OperationKind =
  'publish' | 'goLive' | 'cancel' | 'withdrawGoLive' | 'reviewDecision' | 'notificationEmails';
export type OperationState = 'running' | 'succeeded' | 'failed' | 'canceled';

/**
 * What became of an accepted request, told by the publication it was about. As in the Cloud Partner Portal, publishing
 * has succeeded once the offer waits for its sign-off, whatever comes of that; going live is an operation of its own.
 */
export function operationStateOf(kind: OperationKind, status: PublicationStatus): OperationState {
  const ended = status.endedAt !== null;
  switch (kind) {
    case 'publish':
      if (status.outcome === 'live' || reachedSignOff(status)) return 'succeeded';
      return ended ? withoutGoingLive(status) : 'running';
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

/** Also afterwards: a canceled publication's steps stand at the start again, but keep their times. */
function reachedSignOff({ pipeline, steps }: PublicationStatus): boolean {
  const signOff = pipeline?.steps.find(({ stages }) => stages.includes('signOff'));
  return steps.some(({ id, startedAt }) => id === signOff?.id && startedAt !== undefined);
}
