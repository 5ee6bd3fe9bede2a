import type { Message } from '../text/language';
import type { AcceptedCode } from './accepted-codes';
import { type RefusalMessageCode, refusals, type StateRefusal } from './refusal-codes';

/**
 * What a publication says to one message. The first answer to a `requestId` is the answer for ever:
 * repeating the message returns it and changes nothing.
 */
export type Answer =
  | { readonly kind: 'accepted'; readonly message: Message }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly message: Message };

export type RefusalCode = 'malformed' | StateRefusal;

export function accepted(code: AcceptedCode, params: Message['params']): Answer {
  return { kind: 'accepted', message: { code, params } };
}

/** Its code follows from what it says, so that whoever reads the message later finds the same one. */
export function refused(code: RefusalMessageCode, params: Message['params']): Answer {
  return { kind: 'refused', code: refusals[code], message: { code, params } };
}

/** For what is wrong in every state. */
export function malformed(message: Message): Answer {
  return { kind: 'refused', code: 'malformed', message };
}
