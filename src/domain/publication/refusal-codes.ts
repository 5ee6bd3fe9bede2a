import type { RefusalCode } from './answers';
import type { PublicationMessageCode } from './message-codes';

/** What a refused message is told as, with its name and its sender's id of it: whoever missed the answer finds it by these. */
const refusals = {
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
} as const satisfies Partial<Record<PublicationMessageCode, RefusalCode>>;

const codes: ReadonlyMap<string, StateRefusal> = new Map(Object.entries(refusals));

/** Undefined for what refuses nothing. */
export const refusalCodeOf = (messageCode: string): StateRefusal | undefined => codes.get(messageCode);

type StateRefusal = Exclude<RefusalCode, 'malformed'>;
