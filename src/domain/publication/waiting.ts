import type { PublicationStatus } from './status';

/** What an open publication cannot go on without, and who has to bring it. */
export type Waiting =
  | { readonly what: 'address'; readonly from: 'publisher' }
  | { readonly what: 'signOff'; readonly from: 'publisher' }
  | { readonly what: 'votes'; readonly from: 'publisher'; readonly votes: number; readonly needed: number }
  | { readonly what: 'date'; readonly from: 'clock'; readonly notBefore: string }
  | { readonly what: 'review'; readonly from: 'reviewer' };

/** `undefined` while work is going on and after the end. */
export function waitingOf(status: PublicationStatus): Waiting | undefined {
  if (status.endedAt !== null || status.cancellation === 'cancelRequested') return undefined;
  if (status.steps.some((step) => step.status === 'waitingForApproval'))
    return { what: 'review', from: 'reviewer' };
  if (status.status === 'waitingForPublisherReview') return waitingForSignOff(status);
  return waitsForAddress(status) ? { what: 'address', from: 'publisher' } : undefined;
}

function waitingForSignOff({ goLive, pipeline }: PublicationStatus): Waiting | undefined {
  if (goLive.approved) return undefined;
  const votes = goLive.votes.length;
  const needed = pipeline?.votes ?? 1;
  if (votes > 0 && votes < needed) return { what: 'votes', from: 'publisher', votes, needed };
  if (votes > 0 && goLive.notBefore !== undefined)
    return { what: 'date', from: 'clock', notBefore: goLive.notBefore };
  return { what: 'signOff', from: 'publisher' };
}

function waitsForAddress({ notificationEmails, pipeline, steps }: PublicationStatus): boolean {
  if (notificationEmails.length > 0) return false;
  const step = pipeline?.steps.find(({ stages }) => stages.includes('awaitAddress'));
  const state = steps.find(({ id }) => id === step?.id);
  return (
    state?.status === 'inProgress' && state.messages.some(({ message }) => message.code === 'address.waiting')
  );
}
