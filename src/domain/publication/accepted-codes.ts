import type { CommandName } from './commands';
import type { PublicationMessageCode } from './message-codes';

/** What an accepted message of each name is told as; whoever missed the answer finds it by these. */
export const acceptedCodes = {
  goLive: ['goLive.accepted', 'goLive.scheduled', 'goLive.voted'],
  withdrawGoLive: ['goLive.withdrawn'],
  cancel: ['cancel.accepted'],
  reviewDecision: ['review.approved', 'review.changesRequested'],
  notificationEmails: ['address.provided'],
} as const satisfies Readonly<Record<CommandName, readonly PublicationMessageCode[]>>;

export type AcceptedCode = (typeof acceptedCodes)[CommandName][number];
