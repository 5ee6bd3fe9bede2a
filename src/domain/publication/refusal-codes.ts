import type { PublicationMessageCode } from './message-codes';

/** What a refused message is told as, with its name and its sender's id of it: whoever missed the answer finds it by these. */
export const refusalCodes: readonly string[] = [
  'message.otherPublication',
  'message.wrongState',
  'message.alreadyDecided',
  'message.alreadyVoted',
  'message.goLiveScheduled',
  'message.canceling',
  'message.ended',
  'cancel.notBeforeSignOff',
  'cancel.notAfterGoLive',
  'cancel.never',
] satisfies readonly PublicationMessageCode[];
