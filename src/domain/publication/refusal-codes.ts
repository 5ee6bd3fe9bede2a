import type { PublicationMessageCode } from './message-codes';

/** What a refused message is told as, with its name and its sender's id of it: whoever missed the answer finds it by these. */
export const refusals = {
  'message.otherPublication': 'otherPublication',
  'message.wrongState': 'wrongState',
  'message.alreadyDecided': 'alreadyDecided',
  'message.alreadyVoted': 'alreadyVoted',
  'message.goLiveScheduled': 'alreadyDecided',
  'message.canceling': 'alreadyDecided',
  'message.ended': 'wrongState',
  'cancel.notBeforeSignOff': 'cancelNotAllowed',
  'cancel.notAfterGoLive': 'cancelNotAllowed',
  'cancel.never': 'cancelNotAllowed',
} as const satisfies Partial<Record<PublicationMessageCode, string>>;

/** A refusal for what a message asks in this state, in the words of its own. */
export type RefusalMessageCode = keyof typeof refusals;
export type StateRefusal = (typeof refusals)[RefusalMessageCode];

const codes: ReadonlyMap<string, StateRefusal> = new Map(Object.entries(refusals));

/** Undefined for what refuses nothing. */
export const refusalCodeOf = (messageCode: string): StateRefusal | undefined => codes.get(messageCode);
